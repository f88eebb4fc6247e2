package io.jenkins.plugins.mlci.logscan.scan;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import io.jenkins.plugins.mlci.logscan.category.FailureCategory;
import java.util.List;
import java.util.Objects;

/**
 * What a scan found.
 *
 * @param ranges what to read, in this order. The lines that state why the build failed come first, the first range meant; then lines that
 *     show a secret. Where there is no cause: secrets, then what took too long or was printed too often
 * @param category what kind of failure it is; {@code unknown} where the cause lines have no word of any kind; empty where no cause was found
 * @param categoryProbability how probable that is, from 0 to 1
 * @param transientFailure whether trying again is likely to help
 * @param signature equal for equal failures; empty where no cause was found
 * @param anomalies all that differs from the good builds, in the order of the lines
 * @param secrets how many secrets were found
 * @param lines how many lines the log has, where {@code \n}, {@code \r\n} and a lone {@code \r} end a line
 * @param newlines how many {@code \n} the log has
 * @param goodBuilds how many good builds the log was compared with
 * @param complete whether the whole log was read: a scan stops when its time is up
 * @param problems what went wrong in the scan itself, in sentences
 */
@JsonPropertyOrder({
    "ranges",
    "category",
    "categoryProbability",
    "transient",
    "signature",
    "anomalies",
    "secrets",
    "lines",
    "newlines",
    "goodBuilds",
    "complete",
    "problems"
})
public record ScanResult(
        List<Finding> ranges,
        String category,
        double categoryProbability,
        @JsonProperty("transient") boolean transientFailure,
        String signature,
        List<Finding> anomalies,
        long secrets,
        long lines,
        long newlines,
        int goodBuilds,
        boolean complete,
        List<String> problems) {
    /** From this probability on a category is more likely right than wrong. */
    public static final double CLEAR = 0.5;

    public ScanResult {
        ranges = List.copyOf(ranges);
        anomalies = List.copyOf(anomalies);
        problems = List.copyOf(problems);
        Objects.requireNonNull(category, "category");
        Objects.requireNonNull(signature, "signature");
    }

    /** Whether the kind of failure is known: more probable than all others together. */
    public boolean knowsCategory() {
        return !category.isEmpty() && !saysNoCategory() && categoryProbability >= CLEAR;
    }

    /** Whether there is a cause, and nothing in it tells of what kind it is: there is nothing to guess from either. */
    public boolean saysNoCategory() {
        return category.equals(FailureCategory.UNKNOWN.key());
    }

    /** Whether lines were found that state why the build failed. */
    public boolean hasCause() {
        return !ranges.isEmpty() && ranges.get(0).kind().equals(Finding.CAUSE);
    }
}
