package io.jenkins.plugins.mlci.shared.evaluate;

import java.util.Arrays;

/** Metrics that look at the order of the scores only. */
public final class RankingMetrics {
    private RankingMetrics() {}

    /**
     * Area under the ROC curve: the chance that a positive scores higher than a negative, ties counted half. In [0, 1];
     * NaN when all labels are equal.
     */
    public static double rocAuc(double[] labels, double[] scores) {
        Descending order = new Descending(labels, scores);
        double negatives = labels.length - order.positives;
        double above = 0;
        double sum = 0;
        for (int i = 0; i < order.ends.length; i++) {
            double tiedNegatives = order.rows(i) - order.hits(i);
            sum += tiedNegatives * (above + order.hits(i) / 2);
            above += order.hits(i);
        }
        return sum / (order.positives * negatives);
    }

    /**
     * Area under the precision-recall curve as average precision: the mean over positives of the precision at their rank;
     * tied rows share one rank. In [0, 1]; NaN without positives.
     */
    public static double averagePrecision(double[] labels, double[] scores) {
        Descending order = new Descending(labels, scores);
        double hits = 0;
        double sum = 0;
        for (int i = 0; i < order.ends.length; i++) {
            hits += order.hits(i);
            sum += order.hits(i) * hits / order.ends[i];
        }
        return sum / order.positives;
    }

    /** Rows by falling score, in blocks of equal scores. */
    private static final class Descending {
        /** For each block the number of rows up to its end. */
        private final int[] ends;
        /** For each block the number of positives up to its end. */
        private final double[] hitsUpTo;

        private final double positives;

        Descending(double[] labels, double[] scores) {
            Arguments.check(labels, scores);
            int[] order = Arguments.descending(scores);
            int[] blockEnds = new int[order.length];
            double[] hits = new double[order.length];
            int blocks = 0;
            double found = 0;
            for (int i = 0; i < order.length; i++) {
                found += labels[order[i]];
                if (i + 1 == order.length || scores[order[i]] != scores[order[i + 1]]) {
                    blockEnds[blocks] = i + 1;
                    hits[blocks++] = found;
                }
            }
            ends = Arrays.copyOf(blockEnds, blocks);
            hitsUpTo = Arrays.copyOf(hits, blocks);
            positives = found;
        }

        double rows(int block) {
            return block == 0 ? ends[0] : ends[block] - ends[block - 1];
        }

        double hits(int block) {
            return block == 0 ? hitsUpTo[0] : hitsUpTo[block] - hitsUpTo[block - 1];
        }
    }
}
