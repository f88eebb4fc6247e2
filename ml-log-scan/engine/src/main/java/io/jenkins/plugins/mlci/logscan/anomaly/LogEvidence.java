package io.jenkins.plugins.mlci.logscan.anomaly;

import java.util.List;

/**
 * What is left of a log when it ended. A short log is kept whole; of a long one the first and the last lines are kept and the
 * neighbourhoods of lines that stand out, so there may be gaps between the numbers of two neighbours.
 *
 * @param lines the lines that were kept, in order
 * @param total how many lines the log had
 * @param goodBuilds how many good builds the novelty of the lines rests on; 0 for none
 * @param anomalies what differs from the good builds, in order of the lines
 */
public record LogEvidence(List<LineEvidence> lines, long total, int goodBuilds, List<Anomaly> anomalies) {
    public LogEvidence {
        lines = List.copyOf(lines);
        anomalies = List.copyOf(anomalies);
    }
}
