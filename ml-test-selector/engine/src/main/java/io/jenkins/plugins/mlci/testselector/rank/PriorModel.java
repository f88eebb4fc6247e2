package io.jenkins.plugins.mlci.testselector.rank;

import io.jenkins.plugins.mlci.testselector.feature.SelectionFeature;
import io.jenkins.plugins.mlci.testselector.feature.SelectionTable;
import java.util.EnumMap;
import java.util.Map;

/**
 * What is known of failing tests before a job's own history teaches anything: log-odds of a failure, linear in a few terms.
 *
 * <p>The weights are logistic regressions over public histories, each subject counting the same, rounded by hand; see the
 * model card. Left out one subject at a time, they order the tests of that subject better than each known heuristic does
 * on average, so they serve as the fall-back wherever a job's own model has not proved to be better.
 */
public final class PriorModel {
    private PriorModel() {}

    /**
     * Log-odds that each test fails.
     *
     * @param anyHistory whether any build of the job is known
     */
    public static double[] logOdds(SelectionTable table, boolean anyHistory) {
        double[] scores = new double[table.rows()];
        for (int row = 0; row < scores.length; row++) {
            Knowledge knowledge = Knowledge.of(table, row, anyHistory);
            double sum = knowledge.bias();
            for (PriorTerm term : TERMS) {
                sum += term.contribution(table, row, knowledge);
            }
            scores[row] = sum;
        }
        return scores;
    }

    /** What each feature adds to a test's log-odds, beyond {@link #bias}; exact: they sum to the score. */
    public static Map<SelectionFeature, Double> contributions(SelectionTable table, int row, boolean anyHistory) {
        Knowledge knowledge = Knowledge.of(table, row, anyHistory);
        Map<SelectionFeature, Double> parts = new EnumMap<>(SelectionFeature.class);
        for (PriorTerm term : TERMS) {
            double part = term.contribution(table, row, knowledge);
            if (part != 0) {
                parts.merge(term.feature(), part, Double::sum);
            }
        }
        return parts;
    }

    /** The log-odds of a test without further evidence. */
    public static double bias(SelectionTable table, int row, boolean anyHistory) {
        return Knowledge.of(table, row, anyHistory).bias();
    }

    private static final PriorTerm[] TERMS = PriorTerm.values();
}
