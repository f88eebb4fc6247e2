package io.jenkins.plugins.mlci.benchmark.logscan;

import io.jenkins.plugins.mlci.logscan.baseline.Baseline;
import io.jenkins.plugins.mlci.logscan.line.LineReader;
import io.jenkins.plugins.mlci.logscan.scan.AlertListener;
import io.jenkins.plugins.mlci.logscan.scan.BuildOutcome;
import io.jenkins.plugins.mlci.logscan.scan.LogScan;
import io.jenkins.plugins.mlci.logscan.scan.LogScanner;
import io.jenkins.plugins.mlci.logscan.scan.TimeBudget;
import io.jenkins.plugins.mlci.logscan.template.TemplateMiner;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.AuxCounters;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * Lines scanned in a second by one thread; the counter {@code lines} is what to read. The diverse logs are those of BugSwarm below the
 * folder in the property {@code mlci.data}.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Warmup(iterations = 3, time = 5)
@Measurement(iterations = 5, time = 5)
@Fork(
        value = 1,
        jvmArgsAppend = {"-Xmx1g", "-XX:+UseSerialGC"})
public class LogScanBenchmark {
    @Param({"repetitive", "diverse"})
    private String logs;

    private List<byte[]> bytes;
    private int linesInAll;
    private LogScanner scanner;
    private Baseline baseline;

    /** Lines are counted beside operations: an operation is all logs. */
    @AuxCounters(AuxCounters.Type.OPERATIONS)
    @State(Scope.Thread)
    public static class Counted {
        /** How many lines were scanned. */
        public long lines;

        /** Starts a new count. */
        @Setup(Level.Iteration)
        public void clean() {
            lines = 0;
        }
    }

    /** Reads the logs, and learns a baseline from one of them. */
    @Setup
    public void read() throws IOException {
        bytes = logs.equals("diverse")
                ? BenchmarkLogs.diverse(Path.of(System.getProperty("mlci.data", "."), "logs", "bugswarm"))
                : BenchmarkLogs.repetitive();
        linesInAll = BenchmarkLogs.lines(bytes);
        scanner = LogScanner.shipped();
        baseline = scanner.learn(Baseline.empty(), new ByteArrayInputStream(bytes.get(0)));
    }

    /** Bytes become cleaned lines with their times, nothing else. */
    @Benchmark
    public long read(Counted counted) {
        long lines = 0;
        for (byte[] log : bytes) {
            LineReader reader = new LineReader(line -> {});
            reader.accept(log, 0, log.length);
            reader.finish();
            lines += reader.lines();
        }
        counted.lines += linesInAll;
        return lines;
    }

    /** Lines become templates; the miner of each log starts empty. */
    @Benchmark
    public long templates(Counted counted) {
        long forms = 0;
        for (byte[] log : bytes) {
            TemplateMiner miner = new TemplateMiner();
            LineReader reader = new LineReader(miner::learn);
            reader.accept(log, 0, log.length);
            reader.finish();
            forms += miner.size();
        }
        counted.lines += linesInAll;
        return forms;
    }

    /** Secrets, templates and the comparison with a baseline: what happens while a log is written. */
    @Benchmark
    public long watch(Counted counted) {
        return scan(counted, BuildOutcome.GOOD);
    }

    /** All of it, with the causes and the category at the end of each log, as if each were that of a failed build. */
    @Benchmark
    public long scan(Counted counted) {
        return scan(counted, BuildOutcome.FAILED);
    }

    private long scan(Counted counted, BuildOutcome outcome) {
        long found = 0;
        for (byte[] log : bytes) {
            LogScan scan = scanner.start(baseline, TimeBudget.UNLIMITED, AlertListener.NONE);
            scan.accept(log, 0, log.length);
            found += scan.finish(outcome, -1).ranges().size();
        }
        counted.lines += linesInAll;
        return found;
    }
}
