package io.jenkins.plugins.mlci.logscan.scan;

import io.jenkins.plugins.mlci.logscan.anomaly.LogEvidence;
import io.jenkins.plugins.mlci.logscan.baseline.Baseline;
import io.jenkins.plugins.mlci.logscan.category.CategoryModel;
import io.jenkins.plugins.mlci.logscan.cause.CauseModel;
import io.jenkins.plugins.mlci.logscan.cause.CauseRange;
import io.jenkins.plugins.mlci.logscan.cause.CauseRanker;
import io.jenkins.plugins.mlci.logscan.cause.Causes;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Objects;

/**
 * Scans logs: finds the lines that are the cause of a failure, what differs from the good builds, and secrets. Safe for use by many
 * threads; each {@link LogScan} it starts is for one.
 *
 * <p>Fail-safe: a part that breaks leaves its place in the result empty and says so in {@link ScanResult#problems()}.
 */
public final class LogScanner {
    private static final int CHUNK = 64 * 1024;

    private final CauseRanker ranker;
    private final CategoryModel categories;
    private final JobKnowledge knowledge;
    private final String missing;

    private LogScanner(CauseRanker ranker, CategoryModel categories, JobKnowledge knowledge, String missing) {
        this.ranker = ranker;
        this.categories = categories;
        this.knowledge = knowledge;
        this.missing = missing;
    }

    /**
     * @param ranker finds the causes
     * @param categories tells what kind of failure it is
     */
    public LogScanner(CauseRanker ranker, CategoryModel categories) {
        this(
                Objects.requireNonNull(ranker, "ranker"),
                Objects.requireNonNull(categories, "categories"),
                JobKnowledge.none(),
                "");
    }

    /** The same for a job that taught something. */
    public LogScanner knowing(JobKnowledge taught) {
        return new LogScanner(ranker, categories, Objects.requireNonNull(taught, "taught"), missing);
    }

    /** With the models that come with this version. If they cannot be loaded, all but the cause is found. */
    public static LogScanner shipped() {
        try {
            return new LogScanner(new CauseRanker(CauseModel.shipped()), CategoryModel.shipped());
        } catch (RuntimeException | LinkageError e) {
            return new LogScanner(
                    null, null, JobKnowledge.none(), "The model that finds causes could not be loaded: " + e + ".");
        }
    }

    /**
     * Starts a scan that takes bytes as they come.
     *
     * @param baseline what the job's good builds look like; {@link Baseline#empty()} without any
     * @param budget how long it may take
     * @param listener is told of alerts while the log comes
     */
    public LogScan start(Baseline baseline, TimeBudget budget, AlertListener listener) {
        return new LogScan(this, baseline, budget, listener);
    }

    /**
     * Scans a whole log, which the caller closes.
     *
     * @throws IOException when the stream cannot be read
     */
    public ScanResult scan(InputStream log, Baseline baseline, BuildOutcome outcome) throws IOException {
        LogScan scan = start(baseline, TimeBudget.UNLIMITED, AlertListener.NONE);
        feed(log, scan);
        return scan.finish(outcome, -1);
    }

    /**
     * Learns the log of a good build, which the caller closes.
     *
     * @throws IOException when the stream cannot be read
     */
    public Baseline learn(Baseline baseline, InputStream log) throws IOException {
        LogScan scan = start(baseline, TimeBudget.UNLIMITED, AlertListener.NONE);
        feed(log, scan);
        return baseline.learn(scan.profile(-1));
    }

    /** Gives all bytes of a stream to a scan. */
    public static void feed(InputStream log, LogScan scan) throws IOException {
        byte[] chunk = new byte[CHUNK];
        int read;
        while ((read = log.read(chunk)) >= 0) {
            scan.accept(chunk, 0, read);
        }
    }

    /** Why the build failed, by what was kept of its log. */
    Verdict judge(LogEvidence evidence, BuildOutcome outcome, List<String> problems) {
        if (outcome == BuildOutcome.GOOD) {
            return Verdict.NONE;
        }
        if (ranker == null) {
            problems.add(missing);
            return Verdict.NONE;
        }
        Causes causes;
        try {
            causes = outcome == BuildOutcome.FAILED
                    ? ranker.rankFailed(evidence, knowledge.feedback())
                    : ranker.rank(evidence, knowledge.feedback());
        } catch (RuntimeException e) {
            problems.add("The cause could not be looked for: " + e + ".");
            return Verdict.NONE;
        }
        List<Finding> findings =
                causes.ranges().stream().map(LogScanner::finding).toList();
        return findings.isEmpty() ? Verdict.NONE : name(findings, causes, problems);
    }

    private Verdict name(List<Finding> findings, Causes causes, List<String> problems) {
        try {
            FailureNaming.Named named = FailureNaming.name(causes, categories, knowledge.retries());
            return new Verdict(
                    findings,
                    named.category().category().key(),
                    named.category().probability(),
                    named.category().isTransient(),
                    named.signature().id());
        } catch (RuntimeException e) {
            problems.add("The kind of failure could not be told: " + e + ".");
            return new Verdict(findings, "", 0, false, "");
        }
    }

    private static Finding finding(CauseRange range) {
        return new Finding(range.first(), range.last(), range.score(), Finding.CAUSE, range.reason(), range.text());
    }
}
