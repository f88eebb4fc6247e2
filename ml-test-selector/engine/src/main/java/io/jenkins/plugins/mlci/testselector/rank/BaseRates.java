package io.jenkins.plugins.mlci.testselector.rank;

import io.jenkins.plugins.mlci.shared.model.StateReader;
import io.jenkins.plugins.mlci.shared.model.StateWriter;

/**
 * Fits the general level of the prior model to a job: how many failures it announced among the tests of each state, and how
 * many came. Jobs differ by orders of magnitude in how often tests break, and an order by failures a second needs the level
 * right.
 */
final class BaseRates {
    /** Failures that speak for the prior's own level. */
    private static final double PRIOR = 2;

    /** Weight of a build against the next one. */
    private static final double MEMORY = 0.995;

    private final double[] announced = new double[Knowledge.values().length];
    private final double[] came = new double[Knowledge.values().length];

    void write(StateWriter out) {
        out.reals(announced).reals(came);
    }

    void read(StateReader in) {
        System.arraycopy(in.reals(announced.length), 0, announced, 0, announced.length);
        System.arraycopy(in.reals(came.length), 0, came, 0, came.length);
    }

    /** What to add to the log-odds of tests in this state. */
    double shift(Knowledge knowledge) {
        int state = knowledge.ordinal();
        return Math.log((came[state] + PRIOR) / (announced[state] + PRIOR));
    }

    /** Takes in a build: the shifted or plain log-odds of the prior do not matter, only the prior's own count. */
    void observe(Knowledge[] states, double[] priorLogOdds, boolean[] failed) {
        double[] sum = new double[came.length];
        double[] failures = new double[came.length];
        for (int row = 0; row < failed.length; row++) {
            sum[states[row].ordinal()] += Order.probability(priorLogOdds[row]);
            failures[states[row].ordinal()] += failed[row] ? 1 : 0;
        }
        for (int state = 0; state < came.length; state++) {
            announced[state] = MEMORY * announced[state] + sum[state];
            // Many new failures of one build have one cause; tests that go on failing do so one by one.
            double counted = state == Knowledge.FAILING.ordinal() ? failures[state] : Math.sqrt(failures[state]);
            came[state] = MEMORY * came[state] + counted;
        }
    }
}
