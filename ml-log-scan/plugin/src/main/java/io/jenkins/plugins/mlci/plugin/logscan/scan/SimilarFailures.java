package io.jenkins.plugins.mlci.plugin.logscan.scan;

import hudson.model.Run;
import io.jenkins.plugins.mlci.logscan.scan.ScanResult;
import io.jenkins.plugins.mlci.plugin.logscan.report.Similar;
import io.jenkins.plugins.mlci.plugin.shared.store.SharedHistory;
import io.jenkins.plugins.mlci.shared.history.BuildId;
import io.jenkins.plugins.mlci.shared.history.FailureSignature;
import java.time.Instant;
import java.util.List;

/** Where a failure was seen before, in the shared history. */
public final class SimilarFailures {
    private static final int MOST = 20;

    private SimilarFailures() {}

    /** The earlier builds with the same failure, newest first; none for a failure without a signature. */
    public static List<Similar> of(Run<?, ?> run, ScanResult result) {
        if (result.signature().isEmpty()) {
            return List.of();
        }
        BuildId self = id(run);
        return SharedHistory.get()
                .ask(
                        history -> history.signatures().newest(result.signature(), MOST + 1).stream()
                                .filter(seen -> !seen.build().equals(self))
                                .limit(MOST)
                                .map(seen -> new Similar(
                                        seen.build().job(),
                                        seen.build().number(),
                                        seen.seen().toString()))
                                .toList(),
                        List.of());
    }

    /** Writes down that this build failed like this. */
    public static void remember(Run<?, ?> run, ScanResult result, String causeLine) {
        if (result.signature().isEmpty()) {
            return;
        }
        FailureSignature failure = new FailureSignature(
                result.signature(),
                id(run),
                result.category(),
                result.transientFailure(),
                Instant.ofEpochMilli(run.getStartTimeInMillis()),
                SignatureJson.of(causeLine));
        SharedHistory.get()
                .ask(
                        history -> {
                            history.signatures().record(failure);
                            return null;
                        },
                        null);
    }

    private static BuildId id(Run<?, ?> run) {
        return new BuildId(run.getParent().getFullName(), run.getNumber());
    }
}
