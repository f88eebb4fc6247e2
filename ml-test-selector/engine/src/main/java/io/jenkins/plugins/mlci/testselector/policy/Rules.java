package io.jenkins.plugins.mlci.testselector.policy;

import java.util.List;

/**
 * What holds whatever the model says.
 *
 * @param mustRun patterns of tests that always run: {@code *} any letters, {@code ?} one; matched against the class name and
 *     against {@code class#method}
 * @param runAllOn patterns of file paths whose change makes all tests run, besides build, lock and CI files: {@code *} within
 *     a folder, {@code **} across folders
 * @param fullEvery every so many builds all tests run, so that nothing is overlooked for long; 0 for never
 * @param leastBuilds with fewer builds than this all tests run
 */
public record Rules(List<String> mustRun, List<String> runAllOn, int fullEvery, int leastBuilds) {
    /** No patterns, a full run every 50 builds, at least 20 builds. */
    public static final Rules DEFAULT = new Rules(List.of(), List.of(), 50, 20);

    public Rules {
        mustRun = List.copyOf(mustRun);
        runAllOn = List.copyOf(runAllOn);
        if (fullEvery < 0 || leastBuilds < 0) {
            throw new IllegalArgumentException("Numbers of builds cannot be less than 0.");
        }
    }
}
