package io.jenkins.plugins.mlci.testselector.replay;

import io.jenkins.plugins.mlci.shared.history.TestId;
import io.jenkins.plugins.mlci.shared.history.TestOutcome;
import io.jenkins.plugins.mlci.testselector.feature.TestHistory;
import java.util.Map;

/**
 * How the tests of a build really ended, row by row.
 *
 * @param failed which failed
 * @param fresh which failed and had not failed at their previous execution
 * @param seconds how long they took; NaN when unknown
 */
record Truth(boolean[] failed, boolean[] fresh, double[] seconds) {
    static Truth of(Map<TestId, TestOutcome> outcomes, TestHistory before) {
        int n = outcomes.size();
        Truth truth = new Truth(new boolean[n], new boolean[n], new double[n]);
        int row = 0;
        for (TestOutcome outcome : outcomes.values()) {
            truth.failed[row] = outcome.outcome().isFailure();
            truth.fresh[row] = truth.failed[row] && !before.isFailing(outcome.test());
            truth.seconds[row] = outcome.seconds();
            row++;
        }
        return truth;
    }

    boolean anyFailed() {
        return any(failed);
    }

    boolean anyNew() {
        return any(fresh);
    }

    double known(int row) {
        return Double.isNaN(seconds[row]) ? 0 : seconds[row];
    }

    private static boolean any(boolean[] flags) {
        for (boolean flag : flags) {
            if (flag) {
                return true;
            }
        }
        return false;
    }
}
