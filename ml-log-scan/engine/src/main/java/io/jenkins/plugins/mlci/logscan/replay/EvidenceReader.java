package io.jenkins.plugins.mlci.logscan.replay;

import io.jenkins.plugins.mlci.logscan.anomaly.LogEvidence;
import io.jenkins.plugins.mlci.logscan.anomaly.LogWatch;
import io.jenkins.plugins.mlci.logscan.baseline.Baseline;
import io.jenkins.plugins.mlci.logscan.line.LineReader;
import io.jenkins.plugins.mlci.logscan.template.TemplateMiner;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;

/** Reads logs as the scan does: with a baseline of the good builds before. Builds of a job in order are read once each. */
final class EvidenceReader {
    private List<LogCase.Bytes> learned = List.of();
    private Baseline baseline = Baseline.empty();

    /** What is left of the log of a case. */
    LogEvidence read(LogCase given, boolean compared) throws IOException {
        LogWatch watch = watch(given.log(), compared ? baseline(given.good()) : Baseline.empty());
        return watch.finish(-1);
    }

    private Baseline baseline(List<LogCase.Bytes> good) throws IOException {
        boolean goesOn =
                good.size() >= learned.size() && good.subList(0, learned.size()).equals(learned);
        if (!goesOn) {
            baseline = Baseline.empty();
            learned = List.of();
        }
        for (LogCase.Bytes log : good.subList(learned.size(), good.size())) {
            baseline = baseline.learn(watch(log, baseline).profile(-1));
        }
        learned = good;
        return baseline;
    }

    private static LogWatch watch(LogCase.Bytes log, Baseline baseline) throws IOException {
        LogWatch watch = new LogWatch(baseline, new TemplateMiner());
        LineReader.readAll(new ByteArrayInputStream(log.read()), watch::line);
        return watch;
    }
}
