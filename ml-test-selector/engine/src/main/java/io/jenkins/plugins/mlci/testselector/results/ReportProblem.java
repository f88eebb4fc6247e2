package io.jenkins.plugins.mlci.testselector.results;

import java.nio.file.Path;

/**
 * What was wrong with a report.
 *
 * @param path the report's file, or the folder that was searched
 * @param kind what it means for the results
 * @param sentence what is wrong, for people
 */
public record ReportProblem(Path path, Kind kind, String sentence) {
    /** What a problem means for the results. */
    public enum Kind {
        /** The report broke off or could not be read at all: tests may be missing from the results. */
        INCOMPLETE,
        /** The report is older than the build and was left out: its tests did not run in this build. */
        STALE,
        /** Something small was left out or guessed; the results stand. */
        REMARK
    }

    @Override
    public String toString() {
        return path + ": " + sentence;
    }
}
