package io.jenkins.plugins.mlci.testselector.rank;

import static io.jenkins.plugins.mlci.testselector.feature.SelectionFeature.*;

import io.jenkins.plugins.mlci.testselector.feature.SelectionFeature;
import io.jenkins.plugins.mlci.testselector.feature.SelectionTable;

/**
 * One term of the prior model: a number, at least 0 unless its feature says otherwise, times a weight that depends on what
 * is known of the test.
 */
enum PriorTerm {
    //                     passing  failing  new  no history
    OWN(OWN_FILE, 3.0, 0.4, 0.5, 3.0),
    SUBJECT(SAME_SUBJECT, 1.5, 0.6, 0.5, 1.5),
    SIMILAR(NAME, 0, 0, 0, 1.0),
    MOST_SIMILAR(NAME_RANK, 0.6, 0.2, 0.5, 1.0),
    CONTAINED(NAME_CONTAINED, 0, 0, 0, 0.5),
    WORDS(TEXT, 0, 0, 0, 0.5),
    MOST_WORDS(TEXT_RANK, 1.0, 0.3, 0, 0.25),
    SIBLING(NEIGHBOUR, 0, 0, 0.5, 0.5),
    PACKAGE(SAME_FOLDER, 0, 0, 0, 1.0),
    NEAR(NEARNESS, 0, 0, 0, 0.5),
    METHOD_NAME(METHOD, 0, 0, 0, 0.25),
    PATH(FOLDER, 0, 0, 0, 0.5),
    BROKE_WITH_FILE(FILE_ONSETS, 0.3, 0, 0, 0) {
        @Override
        double shape(double value) {
            return Math.sqrt(value);
        }
    },
    CHANGES_WITH_FILE(CO_CHANGE, 1.8, 0, 0, 0),
    JUST_FAILED(SINCE_FAILURE, 1.4, 0, 0, 0) {
        @Override
        double shape(double value) {
            return Math.exp(-value);
        }
    },
    FAILED_LATELY(SINCE_FAILURE, 6.5, 0, 0, 0) {
        @Override
        double shape(double value) {
            return Math.exp(-value / 2);
        }
    },
    BREAKS_OFTEN(ONSET_RATE, 1.0, 0.15, 0, 0) {
        @Override
        double shape(double value) {
            return Math.log1p(100 * value);
        }
    },
    FAILS_OFTEN(FAILURE_RATE, 0, 1.1, 0, 0),
    FAILS_LATELY(DECAYED_FAILURES, 0, 0.6, 0, 0),
    KEEPS_FAILING(STREAK, 0, 1.8, 0, 0),
    REFERENCE(FAILING_AT_REFERENCE, 2.5, 0.9, 0, 0),
    SLOW(SLOWNESS, 0.3, 0, 0, 0) {
        @Override
        double shape(double value) {
            return Math.max(-7, Math.min(5, value));
        }
    },
    CHANGED_LATELY(SINCE_CHANGED, 0.6, 0, 0, 0) {
        @Override
        double shape(double value) {
            return Math.exp(-value);
        }
    },
    AWAY(SKIPPED_BUILDS, 0.5, -0.4, 0, 0);

    private final SelectionFeature feature;
    private final double[] weights;

    PriorTerm(SelectionFeature feature, double passing, double failing, double fresh, double noHistory) {
        this.feature = feature;
        this.weights = new double[] {passing, failing, fresh, noHistory};
    }

    double shape(double value) {
        return value;
    }

    SelectionFeature feature() {
        return feature;
    }

    /** What this term adds to the log-odds of a row; a missing value adds nothing. */
    double contribution(SelectionTable table, int row, Knowledge knowledge) {
        double weight = weights[knowledge.ordinal()];
        if (weight == 0) {
            return 0;
        }
        double value = table.get(feature, row);
        return Double.isNaN(value) ? 0 : weight * shape(value);
    }
}
