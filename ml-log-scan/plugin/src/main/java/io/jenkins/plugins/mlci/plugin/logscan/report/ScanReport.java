package io.jenkins.plugins.mlci.plugin.logscan.report;

import io.jenkins.plugins.mlci.logscan.scan.BuildOutcome;
import io.jenkins.plugins.mlci.logscan.scan.Finding;
import io.jenkins.plugins.mlci.logscan.scan.ScanResult;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * A scan of a build's log, as it is kept with the build.
 *
 * @param version of this form
 * @param time when it was scanned, as ISO 8601
 * @param outcome how the build stood then
 * @param result what was found
 * @param excerpts lines around the first causes
 * @param past where the failure was seen before
 * @param neighbour what changed against the last good build; null when there is none or the build did not fail
 */
public record ScanReport(
        int version,
        String time,
        BuildOutcome outcome,
        ScanResult result,
        List<Excerpt> excerpts,
        Past past,
        Neighbour neighbour) {
    /** The version that this code writes. */
    public static final int VERSION = 1;

    public ScanReport {
        if (version != VERSION) {
            throw new IllegalArgumentException(
                    "The scan is kept in version " + version + ", and this plugin reads version " + VERSION + ".");
        }
        excerpts = List.copyOf(excerpts);
        Objects.requireNonNull(past, "past");
    }

    /** The ranges that state why the build failed, the first one meant. */
    public List<Finding> causes() {
        return kind(Finding.CAUSE);
    }

    /** The ranges that show a secret. */
    public List<Finding> secrets() {
        return kind(Finding.SECRET);
    }

    /** The first line of the first cause. */
    public Optional<String> causeLine() {
        return causes().stream()
                .flatMap(range -> range.text().stream())
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .findFirst();
    }

    private List<Finding> kind(String kind) {
        return result.ranges().stream()
                .filter(range -> range.kind().equals(kind))
                .toList();
    }
}
