package io.jenkins.plugins.mlci.shared.evaluate;

import java.util.ArrayList;
import java.util.List;

/**
 * One step of a replay in time order: learn from earlier steps, predict the next ones. Ends are exclusive.
 *
 * @param trainFrom first step learned from
 * @param trainTo end of the steps learned from
 * @param testFrom first step predicted, never before {@code trainTo}
 * @param testTo end of the steps predicted
 */
public record PrequentialSplit(int trainFrom, int trainTo, int testFrom, int testTo) {
    /**
     * Splits that together predict each step after the warm-up once.
     *
     * @param steps number of steps, for example builds
     * @param warmUp share of the first steps that are only learned from, (0, 1)
     * @param retrainings number of splits at most, at least 1
     * @param window steps learned from at most, the latest; at least 1
     * @param gap steps between learning and predicting, for labels that become known late; 0 or more
     */
    public static List<PrequentialSplit> of(int steps, double warmUp, int retrainings, int window, int gap) {
        if (!(warmUp > 0 && warmUp < 1) || retrainings < 1 || window < 1 || gap < 0) {
            throw new IllegalArgumentException(
                    "A prequential split needs a warm-up share between 0 and 1, at least one training, a window of at"
                            + " least one step and a gap of 0 or more.");
        }
        List<PrequentialSplit> splits = new ArrayList<>();
        int first = (int) Math.ceil(steps * warmUp);
        for (int i = 0; i < retrainings; i++) {
            int from = first + (int) ((long) (steps - first) * i / retrainings);
            int to = first + (int) ((long) (steps - first) * (i + 1) / retrainings);
            int known = from - gap;
            if (from < to && known > 0) {
                splits.add(new PrequentialSplit(Math.max(0, known - window), known, from, to));
            }
        }
        return splits;
    }
}
