package io.jenkins.plugins.mlci.shared.model;

import io.jenkins.plugins.mlci.shared.feature.FeatureTable;
import java.util.Arrays;
import java.util.List;

/**
 * A sum of one term a feature, on the log-odds scale.
 *
 * @param intercept the score when every term is 0
 * @param terms one a feature
 */
public record LinearPredictor(double intercept, List<LinearTerm> terms) implements Predictor {
    public LinearPredictor {
        terms = List.copyOf(terms);
        if (terms.isEmpty() || !Double.isFinite(intercept)) {
            throw new ModelFormatException("A linear model needs at least one term and a finite intercept.");
        }
    }

    @Override
    public int features() {
        return terms.size();
    }

    @Override
    public Link link() {
        return Link.LOGIT;
    }

    @Override
    public double[] score(FeatureTable table) {
        double[] scores = new double[table.rows()];
        Arrays.fill(scores, intercept);
        for (int f = 0; f < terms.size(); f++) {
            LinearTerm term = terms.get(f);
            double[] column = table.column(f);
            for (int row = 0; row < scores.length; row++) {
                scores[row] += term.score(column[row]);
            }
        }
        return scores;
    }

    @Override
    public double[] contributions(double[] row) {
        double[] contributions = new double[terms.size()];
        Arrays.setAll(
                contributions, f -> terms.get(f).score(row[f]) - terms.get(f).expected());
        return contributions;
    }

    @Override
    public double expectedScore() {
        return intercept + terms.stream().mapToDouble(LinearTerm::expected).sum();
    }
}
