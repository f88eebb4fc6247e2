package io.jenkins.plugins.mlci.logscan.scan;

import io.jenkins.plugins.mlci.logscan.anomaly.AnomalyKind;
import io.jenkins.plugins.mlci.logscan.anomaly.LogEvidence;
import io.jenkins.plugins.mlci.logscan.anomaly.LogWatch;
import io.jenkins.plugins.mlci.logscan.baseline.Baseline;
import io.jenkins.plugins.mlci.logscan.baseline.BuildProfile;
import io.jenkins.plugins.mlci.logscan.cause.LineScanner;
import io.jenkins.plugins.mlci.logscan.cause.LineShape;
import io.jenkins.plugins.mlci.logscan.line.Line;
import io.jenkins.plugins.mlci.logscan.line.LineReader;
import io.jenkins.plugins.mlci.logscan.secret.Secret;
import io.jenkins.plugins.mlci.logscan.secret.SecretScanner;
import io.jenkins.plugins.mlci.logscan.template.TemplateMiner;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

/**
 * The scan of one log while it is read, in constant memory. Takes bytes as they come and never throws for the sake of a log. Not
 * thread-safe.
 */
public final class LogScan {
    /** The clock is looked at after this many lines. */
    private static final int LINES_A_LOOK = 512;
    /** After an alert, lines that stand near it raise none. */
    private static final int QUIET_LINES = 20;

    private static final double NEW = 0.7;
    private static final int ERROR = LineShape.ERROR_NAME.bit() | LineShape.LEVEL_ERROR.bit();

    private final LogScanner scanner;
    private final TimeBudget budget;
    private final AlertListener listener;
    private final SecretScanner secrets = new SecretScanner();
    private final LineScanner signs = new LineScanner();
    private final StatedOutcome stated = new StatedOutcome();
    private final LogWatch watch;
    private final LineReader reader = new LineReader(this::line);
    private final List<String> problems = new ArrayList<>();
    private final boolean compared;
    private final long start;
    private boolean stopped;
    private boolean ended;
    private long quietUntil;

    LogScan(LogScanner scanner, Baseline baseline, TimeBudget budget, AlertListener listener) {
        this.scanner = scanner;
        this.budget = budget;
        this.listener = Objects.requireNonNull(listener, "listener");
        this.watch = new LogWatch(baseline, new TemplateMiner());
        this.compared = baseline.builds() > 0;
        this.start = budget.nanos().getAsLong();
    }

    /** Takes more bytes of the log. When the time is up or the scan itself is broken they are left out. */
    public void accept(byte[] bytes, int offset, int length) {
        if (stopped || ended) {
            return;
        }
        try {
            reader.accept(bytes, offset, length);
        } catch (RuntimeException e) {
            stop("The scan stopped at line " + reader.lines() + ": " + e + ".");
        }
    }

    private void line(Line line) {
        if (stopped) {
            return;
        }
        boolean secret = secrets.scan(line);
        if (OwnLines.has(line)) {
            return;
        }
        stated.line(line);
        double novelty = watch.line(line);
        if (secret) {
            tell(line, Finding.SECRET);
        } else if (line.number() > quietUntil
                && (compared ? novelty >= NEW : watch.firstOfItsKind())
                && (watch.alarming() || namesAnError(line))) {
            quietUntil = line.number() + QUIET_LINES;
            tell(line, compared ? kind(AnomalyKind.NEVER_SEEN) : Alert.ERROR);
        }
        if (line.number() % LINES_A_LOOK == 0
                && budget.nanos().getAsLong() - start > budget.most().toNanos()) {
            stop("The time for the scan was up at line " + line.number() + "; the rest of the log was not read.");
        }
    }

    /** The name of an exception is a dotted name, so that the wording of its line has none; {@code ERR!} is no word of it either. */
    private boolean namesAnError(Line line) {
        return listener != AlertListener.NONE
                && (signs.scan(line.bytes(), line.message(), line.end()).shapes() & ERROR) != 0;
    }

    private void tell(Line line, String kind) {
        if (listener != AlertListener.NONE) {
            try {
                listener.alert(new Alert(line.number(), kind, line.messageText()));
            } catch (RuntimeException e) {
                problems.add("An alert could not be told: " + e + ".");
            }
        }
    }

    private void stop(String problem) {
        stopped = true;
        problems.add(problem);
    }

    /** Ends the log here although more of it may come: the result is not complete, and says so. No bytes may follow. */
    public void breakOff() {
        end();
        if (!stopped) {
            stop("The scan was broken off after line " + reader.lines() + "; what came later was not read.");
        }
    }

    /**
     * What was found. No bytes may follow.
     *
     * @param outcome how the build ended; where that is unknown, what the log itself says of it counts
     * @param millis how long the build took; -1 to take it from the times of the lines
     */
    public ScanResult finish(BuildOutcome outcome, long millis) {
        end();
        LogEvidence evidence;
        try {
            evidence = watch.finish(millis);
        } catch (RuntimeException e) {
            problems.add("The lines could not be compared: " + e + ".");
            evidence = new LogEvidence(List.of(), watch.lines(), 0, List.of());
        }
        Verdict verdict =
                scanner.judge(evidence, outcome == BuildOutcome.UNKNOWN ? stated.outcome() : outcome, problems);
        List<Finding> anomalies = anomalies(evidence);
        List<Finding> leaks = leaks();
        return new ScanResult(
                ranges(verdict, leaks, anomalies),
                verdict.category(),
                verdict.categoryProbability(),
                verdict.transientFailure(),
                verdict.signature(),
                anomalies,
                secrets.count(),
                reader.lines(),
                reader.newlines(),
                evidence.goodBuilds(),
                !stopped,
                problems);
    }

    /**
     * What the job's baseline may learn from this log, if the build was good and the log was read to its end.
     *
     * @param millis how long the build took; -1 to take it from the times of the lines
     */
    public BuildProfile profile(long millis) {
        end();
        return watch.profile(millis);
    }

    private void end() {
        if (!ended && !stopped) {
            try {
                reader.finish();
            } catch (RuntimeException e) {
                stop("The scan stopped at line " + reader.lines() + ": " + e + ".");
            }
        }
        ended = true;
    }

    private List<Finding> anomalies(LogEvidence evidence) {
        return evidence.anomalies().stream()
                .map(each -> new Finding(
                        each.first(), each.last(), each.score(), kind(each.kind()), each.reason(), List.of()))
                .toList();
    }

    private List<Finding> leaks() {
        List<Finding> leaks = new ArrayList<>();
        for (Secret secret : secrets.secrets()) {
            String reason = "The log shows " + secret.kind().words() + ".";
            leaks.add(new Finding(secret.first(), secret.last(), 1, Finding.SECRET, reason, List.of(secret.masked())));
        }
        return leaks;
    }

    private static List<Finding> ranges(Verdict verdict, List<Finding> leaks, List<Finding> anomalies) {
        List<Finding> ranges = new ArrayList<>(verdict.causes());
        ranges.addAll(leaks);
        if (verdict.causes().isEmpty()) {
            for (AnomalyKind kind : List.of(AnomalyKind.TOO_SLOW, AnomalyKind.TOO_MANY)) {
                anomalies.stream()
                        .filter(each -> each.kind().equals(kind(kind)))
                        .forEach(ranges::add);
            }
        }
        return ranges;
    }

    static String kind(AnomalyKind kind) {
        return kind.name().toLowerCase(Locale.ROOT);
    }
}
