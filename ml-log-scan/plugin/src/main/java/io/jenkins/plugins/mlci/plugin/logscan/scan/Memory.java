package io.jenkins.plugins.mlci.plugin.logscan.scan;

import hudson.model.Run;
import io.jenkins.plugins.mlci.logscan.category.FailureCategory;
import io.jenkins.plugins.mlci.logscan.scan.Finding;
import io.jenkins.plugins.mlci.logscan.scan.ScanResult;
import io.jenkins.plugins.mlci.logscan.signature.FailureMemory;
import io.jenkins.plugins.mlci.logscan.signature.Signature;
import io.jenkins.plugins.mlci.plugin.logscan.report.Past;
import io.jenkins.plugins.mlci.plugin.shared.store.SharedHistory;
import io.jenkins.plugins.mlci.shared.history.BuildId;
import java.time.Instant;
import java.util.List;

/** Failures of builds in the shared history. A history that cannot be used remembers nothing. */
public final class Memory {
    private Memory() {}

    /** Where the failure of a build was seen before. */
    public static Past before(Run<?, ?> run, ScanResult result) {
        String job = run.getParent().getFullName();
        Past none = Past.none(job);
        return result.signature().isEmpty()
                ? none
                : SharedHistory.get()
                        .ask(
                                history -> Past.of(job, new FailureMemory(history).before(id(run), signature(result))),
                                none);
    }

    /** Writes down that this build failed like this. */
    public static void remember(Run<?, ?> run, ScanResult result) {
        if (result.signature().isEmpty()) {
            return;
        }
        Instant seen = Instant.ofEpochMilli(run.getStartTimeInMillis());
        SharedHistory.get()
                .ask(
                        history -> {
                            new FailureMemory(history)
                                    .record(
                                            id(run),
                                            signature(result),
                                            category(result),
                                            result.transientFailure(),
                                            seen,
                                            lines(result));
                            return null;
                        },
                        null);
    }

    /** A kind that is only guessed would be counted as if it were known. */
    private static String category(ScanResult result) {
        return result.knowsCategory() ? result.category() : FailureCategory.UNKNOWN.key();
    }

    /** The id that the scan gave, with what is needed to find failures that are alike. */
    private static Signature signature(ScanResult result) {
        return new Signature(
                result.signature(),
                Signature.of(result.category(), List.of(), lines(result)).sketch());
    }

    private static List<String> lines(ScanResult result) {
        return result.ranges().stream()
                .filter(range -> range.kind().equals(Finding.CAUSE))
                .flatMap(range -> range.text().stream())
                .toList();
    }

    private static BuildId id(Run<?, ?> run) {
        return new BuildId(run.getParent().getFullName(), run.getNumber());
    }
}
