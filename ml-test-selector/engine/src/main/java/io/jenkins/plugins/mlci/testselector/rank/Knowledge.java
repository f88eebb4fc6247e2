package io.jenkins.plugins.mlci.testselector.rank;

import io.jenkins.plugins.mlci.testselector.feature.SelectionFeature;
import io.jenkins.plugins.mlci.testselector.feature.SelectionTable;

/** What is known of a test; it decides which evidence counts. */
enum Knowledge {
    /** It passed the last time. */
    PASSING,
    /** It failed the last time. */
    FAILING,
    /** It never ran, others did. */
    NEW,
    /** No build of the job is known. */
    NO_HISTORY;

    /** Its name in a file of weights. */
    String key() {
        return name().toLowerCase(java.util.Locale.ROOT);
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
