package io.jenkins.plugins.mlci.shared.learn;

import io.jenkins.plugins.mlci.shared.feature.SparseVector;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Rows in parts of about equal size, each with its share of both kinds. */
final class Folds {
    private Folds() {}

    /** Rows and labels outside one part. */
    record Others(List<SparseVector> rows, boolean[] labels) {
        boolean oneKind() {
            boolean some = false;
            boolean others = false;
            for (boolean label : labels) {
                some |= label;
                others |= !label;
            }
            return !some || !others;
        }
    }

    /** The part of each row. */
    static int[] of(boolean[] labels, int folds) {
        int[] fold = new int[labels.length];
        int positives = 0;
        int negatives = 0;
        for (int i = 0; i < labels.length; i++) {
            fold[i] = (labels[i] ? positives++ : negatives++) % folds;
        }
        return fold;
    }

    static Others others(List<SparseVector> rows, boolean[] labels, int[] fold, int held) {
        List<SparseVector> kept = new ArrayList<>();
        boolean[] keptLabels = new boolean[labels.length];
        for (int i = 0; i < fold.length; i++) {
            if (fold[i] != held) {
                keptLabels[kept.size()] = labels[i];
                kept.add(rows.get(i));
            }
        }
        return new Others(kept, Arrays.copyOf(keptLabels, kept.size()));
    }
}
