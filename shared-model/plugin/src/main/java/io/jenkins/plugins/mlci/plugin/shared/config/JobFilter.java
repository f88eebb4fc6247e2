package io.jenkins.plugins.mlci.plugin.shared.config;

import java.io.File;
import java.util.List;
import org.apache.tools.ant.types.selectors.SelectorUtils;

/**
 * Which jobs are learned from. Patterns match full names such as {@code folder/service/main}: {@code *} stands for anything
 * within one part, {@code **} for any number of parts, {@code ?} for one character.
 *
 * @param includes a job must match one of them
 * @param excludes and none of these
 */
public record JobFilter(List<String> includes, List<String> excludes) {
    /** Patterns, one a line or parted by commas; blank lines do not count. */
    public static JobFilter of(String includes, String excludes) {
        return new JobFilter(patterns(includes), patterns(excludes));
    }

    /** Whether a job is learned from. */
    public boolean matches(String job) {
        return includes.stream().anyMatch(pattern -> matches(pattern, job))
                && excludes.stream().noneMatch(pattern -> matches(pattern, job));
    }

    private static List<String> patterns(String text) {
        return text.lines()
                .flatMap(line -> List.of(line.split(",")).stream())
                .map(String::trim)
                .filter(pattern -> !pattern.isEmpty())
                .toList();
    }

    /** Ant parts a path with the separator of the platform. */
    private static boolean matches(String pattern, String job) {
        return SelectorUtils.matchPath(
                pattern.replace('/', File.separatorChar), job.replace('/', File.separatorChar), true);
    }
}
