package io.jenkins.plugins.mlci.testselector.rank;

import static io.jenkins.plugins.mlci.testselector.feature.SelectionFeature.*;

import io.jenkins.plugins.mlci.testselector.feature.SelectionFeature;
import io.jenkins.plugins.mlci.testselector.feature.SelectionTable;

/** One term of the prior model: a number made of one feature, which its weights multiply. */
enum PriorTerm {
    OWN(OWN_FILE),
    SUBJECT(SAME_SUBJECT),
    SIMILAR(NAME),
    MOST_SIMILAR(NAME_RANK),
    CONTAINED(NAME_CONTAINED),
    WORDS(TEXT),
    MOST_WORDS(TEXT_RANK),
    SIBLING(NEIGHBOUR),
    PACKAGE(SAME_FOLDER),
    NEAR(NEARNESS),
    METHOD_NAME(METHOD),
    PATH(FOLDER),
    BROKE_WITH_FILE(FILE_ONSETS) {
        @Override
        double shape(double value) {
            return Math.sqrt(value);
        }
    },
    CHANGES_WITH_FILE(CO_CHANGE),
    JUST_FAILED(SINCE_FAILURE) {
        @Override
        double shape(double value) {
            return Math.exp(-value);
        }
    },
    FAILED_LATELY(SINCE_FAILURE) {
        @Override
        double shape(double value) {
            return Math.exp(-value / 2);
        }
    },
    BREAKS_OFTEN(ONSET_RATE) {
        @Override
        double shape(double value) {
            return Math.log1p(100 * value);
        }
    },
    FAILS_OFTEN(FAILURE_RATE),
    FAILS_LATELY(DECAYED_FAILURES),
    KEEPS_FAILING(STREAK),
    REFERENCE(FAILING_AT_REFERENCE),
    SLOW(SLOWNESS) {
        @Override
        double shape(double value) {
            return Math.max(-7, Math.min(5, value));
        }
    },
    CHANGED_LATELY(SINCE_CHANGED) {
        @Override
        double shape(double value) {
            return Math.exp(-value);
        }
    },
    AWAY(SKIPPED_BUILDS);

    private final SelectionFeature feature;

    PriorTerm(SelectionFeature feature) {
        this.feature = feature;
    }

    double shape(double value) {
        return value;
    }

    /** Its name in a file of weights. */
    String key() {
        return name().toLowerCase(java.util.Locale.ROOT);
    }

    SelectionFeature feature() {
        return feature;
    }

    /** The term's value for a row; 0 where the feature is missing. */
    double value(SelectionTable table, int row) {
        double value = table.get(feature, row);
        return Double.isNaN(value) ? 0 : shape(value);
    }
}
