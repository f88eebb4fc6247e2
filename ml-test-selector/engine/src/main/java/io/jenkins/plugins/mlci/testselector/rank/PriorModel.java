package io.jenkins.plugins.mlci.testselector.rank;

import io.jenkins.plugins.mlci.testselector.feature.SelectionFeature;
import io.jenkins.plugins.mlci.testselector.feature.SelectionTable;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * What is known of failing tests before a job's own history teaches anything: log-odds of a failure, linear in a few terms,
 * with weights that depend on what is known of the test.
 *
 * <p>The weights that ship come from logistic regressions over public histories; see the model card. They serve as the
 * fall-back wherever a job's own model has not proved to be better.
 */
public final class PriorModel {
    static final PriorTerm[] TERMS = PriorTerm.values();
    private static final String SHIPPED = "prior.json";

    private final double[] bias;
    private final double[][] weights;

    /**
     * A model.
     *
     * @param bias log-odds without evidence, one a {@link Knowledge}
     * @param weights one row a term, one column a knowledge
     */
    PriorModel(double[] bias, double[][] weights) {
        this.bias = bias.clone();
        this.weights = Arrays.stream(weights).map(double[]::clone).toArray(double[][]::new);
    }

    /** The model that ships. */
    public static PriorModel shipped() {
        return Shipped.MODEL;
    }

    private static final class Shipped {
        private static final PriorModel MODEL = load();

        private static PriorModel load() {
            try (InputStream in = PriorModel.class.getResourceAsStream(SHIPPED)) {
                return PriorJson.read(in.readAllBytes());
            } catch (IOException e) {
                throw new UncheckedIOException("The prior model is not part of this program.", e);
            }
        }
    }

    /**
     * Log-odds that each test fails.
     *
     * @param anyHistory whether any build of the job is known
     */
    public double[] logOdds(SelectionTable table, boolean anyHistory) {
        double[] scores = new double[table.rows()];
        for (int row = 0; row < scores.length; row++) {
            Knowledge knowledge = Knowledge.of(table, row, anyHistory);
            double sum = bias[knowledge.ordinal()];
            for (PriorTerm term : TERMS) {
                sum += contribution(term, table, row, knowledge);
            }
            scores[row] = sum;
        }
        return scores;
    }

    /** What each feature adds to a test's log-odds, beyond {@link #bias}; exact: they sum to the score. */
    public Map<SelectionFeature, Double> contributions(SelectionTable table, int row, boolean anyHistory) {
        Knowledge knowledge = Knowledge.of(table, row, anyHistory);
        Map<SelectionFeature, Double> parts = new EnumMap<>(SelectionFeature.class);
        for (PriorTerm term : TERMS) {
            double part = contribution(term, table, row, knowledge);
            if (part != 0) {
                parts.merge(term.feature(), part, Double::sum);
            }
        }
        return parts;
    }

    /** The log-odds of a test without further evidence. */
    public double bias(SelectionTable table, int row, boolean anyHistory) {
        return bias[Knowledge.of(table, row, anyHistory).ordinal()];
    }

    private double contribution(PriorTerm term, SelectionTable table, int row, Knowledge knowledge) {
        double weight = weights[term.ordinal()][knowledge.ordinal()];
        return weight == 0 ? 0 : weight * term.value(table, row);
    }

    double bias(Knowledge knowledge) {
        return bias[knowledge.ordinal()];
    }

    double weight(PriorTerm term, Knowledge knowledge) {
        return weights[term.ordinal()][knowledge.ordinal()];
    }

    /** The same weights, the same text: tells whether something was learned on top of this model. */
    public String fingerprint() {
        return Integer.toHexString(31 * Arrays.hashCode(bias) + Arrays.deepHashCode(weights));
    }

    /** The names of the terms. */
    public static List<String> terms() {
        return Arrays.stream(TERMS).map(PriorTerm::key).toList();
    }
}
