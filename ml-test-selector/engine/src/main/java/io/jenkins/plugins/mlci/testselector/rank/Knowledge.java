package io.jenkins.plugins.mlci.testselector.rank;

import io.jenkins.plugins.mlci.testselector.feature.SelectionFeature;
import io.jenkins.plugins.mlci.testselector.feature.SelectionTable;

/** What is known of a test; it decides which evidence counts. */
enum Knowledge {
    /** It passed the last time. */
    PASSING(-8.0),
    /** It failed the last time. */
    FAILING(-3.4),
    /** It never ran, others did. */
    NEW(-2.0),
    /** No build of the job is known. */
    NO_HISTORY(-6.0);

    private final double bias;

    Knowledge(double bias) {
        this.bias = bias;
    }

    /** Log-odds of a failure without any further evidence. */
    double bias() {
        return bias;
    }

    static Knowledge of(SelectionTable table, int row, boolean anyHistory) {
        if (!anyHistory) {
            return NO_HISTORY;
        }
        if (table.get(SelectionFeature.NEVER_RAN, row) == 1) {
            return NEW;
        }
        return table.get(SelectionFeature.FAILING, row) == 1 ? FAILING : PASSING;
    }
}
