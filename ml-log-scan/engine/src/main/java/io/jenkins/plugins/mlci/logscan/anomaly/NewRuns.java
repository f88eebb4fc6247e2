package io.jenkins.plugins.mlci.logscan.anomaly;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Lines in a row that the good builds do not have, as ranges. Only the strongest are kept. */
final class NewRuns {
    static final double NEW = 0.7;
    static final double RARE = 0.25;
    static final int MOST = 200;

    /** A line that is not new may stand between new ones. */
    private static final int BRIDGE = 1;

    private final int builds;
    private final List<Anomaly> anomalies = new ArrayList<>();
    private final AnomalyKind kind;
    private long first;
    private long last;
    private double highest;
    private double sum;

    NewRuns(AnomalyKind kind, int builds) {
        this.kind = kind;
        this.builds = builds;
    }

    /** Takes a line that is new. */
    void add(long line, double novelty) {
        if (first > 0 && line - last > BRIDGE + 1) {
            close();
        }
        if (first == 0) {
            first = line;
            highest = 0;
            sum = 0;
        }
        last = line;
        highest = Math.max(highest, novelty);
        sum += novelty;
    }

    /** All ranges, in order. */
    List<Anomaly> finish() {
        close();
        anomalies.sort(Comparator.comparingLong(Anomaly::first));
        return anomalies;
    }

    private void close() {
        if (first == 0) {
            return;
        }
        long lines = last - first + 1;
        // One new line among known ones is less than a block of them.
        double score = Math.min(1, highest * (0.7 + 0.1 * Math.min(3, sum - highest)));
        anomalies.add(new Anomaly(first, last, score, kind, reason(lines)));
        first = 0;
        if (anomalies.size() >= 2 * MOST) {
            anomalies.sort(Comparator.comparingDouble(Anomaly::score).reversed().thenComparingLong(Anomaly::first));
            anomalies.subList(MOST, anomalies.size()).clear();
        }
    }

    private String reason(long lines) {
        String such = lines == 1 ? "a line like this" : "these " + lines + " lines or such as these";
        if (kind == AnomalyKind.RARE) {
            return "Few of the " + builds + " good builds have " + such + ".";
        }
        return builds == 1
                ? "The good build does not have " + such + "."
                : "None of the " + builds + " good builds has " + such + ".";
    }
}
