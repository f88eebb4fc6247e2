package io.jenkins.plugins.mlci.cli;

import io.jenkins.plugins.mlci.logscan.baseline.Baseline;
import io.jenkins.plugins.mlci.logscan.baseline.BaselineStore;
import io.jenkins.plugins.mlci.logscan.scan.Alert;
import io.jenkins.plugins.mlci.logscan.scan.AlertListener;
import io.jenkins.plugins.mlci.logscan.scan.BuildOutcome;
import io.jenkins.plugins.mlci.logscan.scan.Finding;
import io.jenkins.plugins.mlci.logscan.scan.JobKnowledgeStore;
import io.jenkins.plugins.mlci.logscan.scan.LogScan;
import io.jenkins.plugins.mlci.logscan.scan.LogScanner;
import io.jenkins.plugins.mlci.logscan.scan.ScanResult;
import io.jenkins.plugins.mlci.logscan.scan.TimeBudget;
import io.jenkins.plugins.mlci.shared.history.HistoryStore;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code mlci scan}: what matters in a log. */
@Command(
        name = "scan",
        description = {
            "Find in a build log the lines that are the cause of its failure, what differs from good builds, and secrets.",
            "With --follow the log is read from standard input while it is written, and alerts are printed as lines come:",
            "  make 2>&1 | mlci scan --follow --tee --fail-on secret",
            "Ctrl-C ends the log there: what came so far is judged, and the exit code is 130.",
            "Line numbers count from 1; lines end with \\n, \\r\\n or a lone \\r. Logs may be gzipped."
        })
final class ScanCommand implements Callable<Integer> {
    /** What {@code --fail-on} can name. */
    enum Trouble {
        CAUSE,
        SECRET,
        ANOMALY
    }

    private static final double STRONG = 0.7;

    private final CommandContext context;

    @Parameters(arity = "0..1", paramLabel = "LOG", description = "The log; - for standard input.")
    private String log = "";

    @Option(
            names = "--baseline",
            arity = "1..*",
            paramLabel = "GOOD",
            description = "Logs of earlier good builds of the same job, oldest first, to compare with.")
    private List<String> good = new ArrayList<>();

    @Option(
            names = "--job",
            paramLabel = "NAME",
            description =
                    "Compare with what the history knows of this job's good builds. With --outcome good this log is learned.")
    private String job = "";

    @Option(
            names = "--outcome",
            paramLabel = "HOW",
            defaultValue = "UNKNOWN",
            description =
                    "How the build ended: ${COMPLETION-CANDIDATES}. Of a failed build the likeliest cause is shown even if"
                            + " it is not likely, of a good build none. Default: ${DEFAULT-VALUE}, which is what the log"
                            + " itself says where a CI server wrote it, as Jenkins does in the last line.")
    private BuildOutcome outcome = BuildOutcome.UNKNOWN;

    @Option(
            names = "--follow",
            description = "Read standard input while it is written, and print alerts as lines come.")
    private boolean follow;

    @Option(
            names = "--tee",
            description = "With --follow: pass the log on to standard output; alerts and result go to standard error.")
    private boolean tee;

    @Option(names = "--html", paramLabel = "FILE", description = "Also write a page that needs nothing else.")
    private Path html;

    @Option(
            names = "--fail-on",
            split = ",",
            paramLabel = "WHAT",
            description =
                    "Exit with 6 when this was found: ${COMPLETION-CANDIDATES}, parted by commas. Without it the exit code"
                            + " is 0 whatever was found.")
    private List<Trouble> failOn = new ArrayList<>();

    @Option(
            names = "--duration",
            paramLabel = "SECONDS",
            defaultValue = "-1",
            description = "How long the build took, where the lines of the log have no times.")
    private double seconds = -1;

    @Option(
            names = "--time-limit",
            paramLabel = "SECONDS",
            defaultValue = "600",
            description =
                    "How long the scan may take; the rest of the log is then left out. Default: ${DEFAULT-VALUE}; with"
                            + " --follow there is none.")
    private long limit = 600;

    ScanCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public Integer call() throws IOException {
        if (log.isEmpty() != follow) {
            throw new CommandException(
                    ExitCode.USAGE, "Name a log to scan, or --follow to read standard input; not both.");
        }
        LogScanner scanner = LogScanner.shipped();
        Baseline baseline = Baseline.empty();
        if (!job.isEmpty()) {
            try (HistoryStore store = context.openStore()) {
                baseline = new BaselineStore(store.models()).read(job);
                scanner = scanner.knowing(new JobKnowledgeStore(store.models()).read(job));
            }
        }
        baseline = withGoodLogs(scanner, baseline);
        LogScan scan = scanner.start(baseline, budget(), follow ? alerts() : AlertListener.NONE);
        if (!follow) {
            try (InputStream in = LogInput.open(context, log)) {
                LogScanner.feed(in, scan);
            }
            return report(scan, baseline);
        }
        try (FollowedInput in = FollowedInput.open(LogInput.open(context, LogInput.STANDARD_INPUT))) {
            follow(in, scan);
            if (in.wasInterrupted()) {
                scan.breakOff();
            }
            int exit = report(scan, baseline);
            context.environment().out().flush();
            context.environment().err().flush();
            return exit;
        }
    }

    private int report(LogScan scan, Baseline baseline) throws IOException {
        long millis = seconds < 0 ? -1 : Math.round(seconds * 1000);
        ScanResult result = scan.finish(outcome, millis);
        result.problems().forEach(context::remark);
        ScanText.print(result, tee ? context::printBeside : context::print);
        context.json(result);
        if (html != null) {
            ScanPage.write(result, follow ? "" : log, context, context.resolve(html));
            context.remark("Page: " + html);
        }
        if (!job.isEmpty() && outcome == BuildOutcome.GOOD && result.complete()) {
            try (HistoryStore store = context.openStore()) {
                new BaselineStore(store.models()).write(job, baseline.learn(scan.profile(millis)));
            }
        }
        return found(result) ? ExitCode.FOUND.code() : ExitCode.OK.code();
    }

    private TimeBudget budget() {
        return follow ? TimeBudget.UNLIMITED : new TimeBudget(System::nanoTime, Duration.ofSeconds(Math.max(0, limit)));
    }

    private Baseline withGoodLogs(LogScanner scanner, Baseline known) throws IOException {
        Baseline baseline = known;
        for (String each : good) {
            try (InputStream in = LogInput.open(context, each)) {
                baseline = scanner.learn(baseline, in);
            }
        }
        return baseline;
    }

    private void follow(InputStream in, LogScan scan) throws IOException {
        if (!tee) {
            LogScanner.feed(in, scan);
            return;
        }
        // The bytes of the log, not characters: they are passed on as they are.
        OutputStream out = System.out;
        byte[] chunk = new byte[8192];
        int count;
        while ((count = in.read(chunk)) >= 0) {
            out.write(chunk, 0, count);
            out.flush();
            scan.accept(chunk, 0, count);
        }
    }

    private AlertListener alerts() {
        return alert -> {
            String line = text(alert);
            if (tee || context.options().jsonToOutput()) {
                context.remark(line);
            } else {
                context.print(line);
                context.environment().out().flush();
            }
        };
    }

    private static String text(Alert alert) {
        return "line " + alert.line() + " [" + alert.kind() + "] " + ScanText.shorten(alert.text());
    }

    private boolean found(ScanResult result) {
        Set<Trouble> there = EnumSet.noneOf(Trouble.class);
        if (result.hasCause()) {
            there.add(Trouble.CAUSE);
        }
        if (result.secrets() > 0) {
            there.add(Trouble.SECRET);
        }
        if (result.anomalies().stream().mapToDouble(Finding::score).anyMatch(score -> score >= STRONG)) {
            there.add(Trouble.ANOMALY);
        }
        there.retainAll(failOn);
        return !there.isEmpty();
    }
}
