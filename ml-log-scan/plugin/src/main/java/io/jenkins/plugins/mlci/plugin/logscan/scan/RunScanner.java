package io.jenkins.plugins.mlci.plugin.logscan.scan;

import hudson.model.Result;
import hudson.model.Run;
import io.jenkins.plugins.mlci.logscan.baseline.Baseline;
import io.jenkins.plugins.mlci.logscan.baseline.BuildProfile;
import io.jenkins.plugins.mlci.logscan.scan.AlertListener;
import io.jenkins.plugins.mlci.logscan.scan.BuildOutcome;
import io.jenkins.plugins.mlci.logscan.scan.LogScan;
import io.jenkins.plugins.mlci.logscan.scan.LogScanner;
import io.jenkins.plugins.mlci.logscan.scan.ScanResult;
import io.jenkins.plugins.mlci.logscan.scan.TimeBudget;
import io.jenkins.plugins.mlci.plugin.logscan.config.LogScanDefaults;
import io.jenkins.plugins.mlci.plugin.logscan.report.Excerpts;
import io.jenkins.plugins.mlci.plugin.logscan.report.ScanReport;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Scans what a build has written so far. */
public final class RunScanner {
    private static final int CHUNK = 64 * 1024;

    private final LogScanner scanner;

    public RunScanner(LogScanner scanner) {
        this.scanner = scanner;
    }

    /** With the model that comes with this plugin. */
    public static RunScanner create() {
        return new RunScanner(Scanners.shipped());
    }

    /**
     * Scans the log of a build that may still be running.
     *
     * @param lastWords what will be printed of its failure
     * @throws IOException when the log cannot be read
     */
    public ScanReport scan(Run<?, ?> run, BuildOutcome outcome, LastWords lastWords) throws IOException {
        TimeBudget budget = budget();
        LogScan scan = scanner.knowing(Knowledge.of(run.getParent()))
                .start(Baselines.of(run.getParent()), budget, AlertListener.NONE);
        Optional<GoodNeighbour> neighbour =
                outcome == BuildOutcome.FAILED ? GoodNeighbour.of(run, scanner, budget) : Optional.empty();
        try (InputStream log = StoppedBlocks.evidence(run, lastWords.after(run))) {
            byte[] chunk = new byte[CHUNK];
            for (int read = log.read(chunk); read >= 0; read = log.read(chunk)) {
                int length = read;
                scan.accept(chunk, 0, length);
                neighbour.ifPresent(good -> good.accept(chunk, length));
            }
        }
        long millis = run.isBuilding() ? -1 : run.getDuration();
        ScanResult result = scan.finish(outcome, millis);
        return new ScanReport(
                ScanReport.VERSION,
                Instant.now().toString(),
                outcome,
                result,
                Excerpts.read(() -> lastWords.after(run), result),
                Memory.before(run, result),
                neighbour.map(good -> good.finish(millis)).orElse(null));
    }

    /**
     * What a good build teaches; empty when its log could not be read to the end in time.
     *
     * @throws IOException when the log cannot be read
     */
    public Optional<BuildProfile> profile(Run<?, ?> run) throws IOException {
        LogScan scan = scanner.start(Baseline.empty(), budget(), AlertListener.NONE);
        try (InputStream log = run.getLogInputStream()) {
            LogScanner.feed(log, scan);
        }
        BuildProfile profile = scan.profile(run.getDuration());
        return scan.finish(BuildOutcome.GOOD, run.getDuration()).complete() ? Optional.of(profile) : Optional.empty();
    }

    /** How a build ended, or stands now. A build that is running well has not ended well. */
    public static BuildOutcome outcome(Run<?, ?> run) {
        Result result = run.getResult();
        if (result != null && result.isWorseThan(Result.SUCCESS)) {
            return BuildOutcome.FAILED;
        }
        return run.isBuilding() || result == null ? BuildOutcome.UNKNOWN : BuildOutcome.GOOD;
    }

    private static TimeBudget budget() {
        return new TimeBudget(
                System::nanoTime, Duration.ofSeconds(LogScanDefaults.get().getSeconds()));
    }
}
