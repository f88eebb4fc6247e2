package io.jenkins.plugins.mlci.plugin.logscan.scan;

import hudson.model.Result;
import hudson.model.Run;
import io.jenkins.plugins.mlci.logscan.baseline.Baseline;
import io.jenkins.plugins.mlci.logscan.baseline.BuildProfile;
import io.jenkins.plugins.mlci.logscan.scan.AlertListener;
import io.jenkins.plugins.mlci.logscan.scan.BuildOutcome;
import io.jenkins.plugins.mlci.logscan.scan.LogScan;
import io.jenkins.plugins.mlci.logscan.scan.LogScanner;
import io.jenkins.plugins.mlci.logscan.scan.TimeBudget;
import io.jenkins.plugins.mlci.plugin.logscan.report.Neighbour;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Compares a log with that of the last good build alone, beside the comparison with all good builds. */
final class GoodNeighbour {
    private static final Logger LOGGER = Logger.getLogger(GoodNeighbour.class.getName());
    /** Each build that is looked at may have to be read from disk. */
    private static final int LOOK_BACK = 50;
    /** Lines are missed only where some builds had them; here one build is all that counts, so it is learned so many times. */
    private static final int TRUSTED = 3;

    private final long number;
    private final LogScan scan;

    private GoodNeighbour(long number, LogScan scan) {
        this.number = number;
        this.scan = scan;
    }

    /** Reads the log of the last good build before; empty where there is none, or its log cannot be read in time. */
    static Optional<GoodNeighbour> of(Run<?, ?> run, LogScanner scanner, TimeBudget budget) {
        Run<?, ?> good = run.getPreviousBuild();
        for (int i = 0; i < LOOK_BACK && good != null && good.getResult() != Result.SUCCESS; i++) {
            good = good.getPreviousBuild();
        }
        if (good == null || good.getResult() != Result.SUCCESS) {
            return Optional.empty();
        }
        LogScan before = scanner.start(Baseline.empty(), budget, AlertListener.NONE);
        try (InputStream log = good.getLogInputStream()) {
            LogScanner.feed(log, before);
        } catch (IOException e) {
            LOGGER.log(Level.FINE, "The log of " + good + " cannot be compared", e);
            return Optional.empty();
        }
        BuildProfile profile = before.profile(good.getDuration());
        if (!before.finish(BuildOutcome.GOOD, good.getDuration()).complete()) {
            return Optional.empty();
        }
        Baseline baseline = Baseline.empty();
        for (int i = 0; i < TRUSTED; i++) {
            baseline = baseline.learn(profile);
        }
        return Optional.of(new GoodNeighbour(good.getNumber(), scanner.start(baseline, budget, AlertListener.NONE)));
    }

    void accept(byte[] bytes, int length) {
        scan.accept(bytes, 0, length);
    }

    /** What changed; null when the log was not read to its end. */
    Neighbour finish(long millis) {
        var result = scan.finish(BuildOutcome.GOOD, millis);
        return result.complete()
                ? new Neighbour(
                        number,
                        result.anomalies().stream()
                                .map(finding -> NeighbourWords.of(finding, number))
                                .toList())
                : null;
    }
}
