package io.jenkins.plugins.mlci.logscan.cause;

import java.util.Arrays;
import java.util.Comparator;

/**
 * Chooses probable lines that say something new. Where there is no good build, many lines look like trouble and most repeat each other; a
 * few that differ cover more of what went wrong than many that are alike (a greedy choice under diminishing returns, as in maximal marginal
 * relevance, Carbonell and Goldstein 1998).
 */
final class Coverage {
    /** How many lines are chosen at most. */
    private static final int MOST = 25;
    /** Of so many probable lines. */
    private static final int CANDIDATES = 400;
    /** A line that promises less than this is not worth a look. */
    private static final double LEAST = 0.1;
    /** What a line without a new word is worth beside one that is new. */
    private static final double KNOWN = 0.2;

    private Coverage() {}

    /** Adds units to those that were chosen, by how probable it is that they belong to the cause and by their words. */
    static void add(Units units, double[] probabilities, boolean[] chosen) {
        int[] order = candidates(probabilities);
        boolean[] done = new boolean[order.length];
        ShownWords words = new ShownWords(units);
        for (int count = 0; count < MOST; count++) {
            int best = -1;
            double most = LEAST;
            for (int i = 0; i < order.length && probabilities[order[i]] > most; i++) {
                double gain = done[i] ? 0 : probabilities[order[i]] * worth(words.fresh(order[i]));
                if (gain > most) {
                    most = gain;
                    best = i;
                }
            }
            if (best < 0) {
                return;
            }
            done[best] = true;
            words.show(order[best]);
            chosen[order[best]] = true;
        }
    }

    /** What a line with that share of new words is worth, from 0 to 1. */
    static double worth(double fresh) {
        return KNOWN + (1 - KNOWN) * fresh;
    }

    /** The most probable units, the most probable one first. */
    private static int[] candidates(double[] probabilities) {
        Integer[] order = new Integer[probabilities.length];
        Arrays.setAll(order, i -> i);
        Arrays.sort(order, Comparator.comparingDouble((Integer i) -> -probabilities[i]));
        return Arrays.stream(order)
                .limit(CANDIDATES)
                .mapToInt(Integer::intValue)
                .filter(i -> probabilities[i] > LEAST)
                .toArray();
    }
}
