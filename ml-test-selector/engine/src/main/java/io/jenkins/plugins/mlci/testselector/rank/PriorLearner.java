package io.jenkins.plugins.mlci.testselector.rank;

import io.jenkins.plugins.mlci.shared.feature.Feature;
import io.jenkins.plugins.mlci.shared.feature.FeatureSchema;
import io.jenkins.plugins.mlci.shared.feature.FeatureTable;
import io.jenkins.plugins.mlci.shared.learn.LogisticRegressionLearner;
import io.jenkins.plugins.mlci.shared.learn.TrainingContext;
import io.jenkins.plugins.mlci.shared.learn.TrainingSet;
import io.jenkins.plugins.mlci.shared.model.LinearPredictor;
import io.jenkins.plugins.mlci.shared.model.LinearTerm;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/**
 * Learns a prior model from several subjects: a logistic regression for each thing that can be known of a test, in which
 * every subject counts the same, however long its history.
 */
public final class PriorLearner {
    /** Failing tests that a subject counts as, whatever their number; fewer than {@link #LEAST} count as what they are. */
    private static final double FAILURES_A_SUBJECT = 200;

    private static final double LEAST = 10;
    private static final double PENALTY = 3;

    private PriorLearner() {}

    /** The model; a column without failing tests keeps the weights of the model that ships. */
    public static PriorModel learn(Collection<PriorRows> subjects) {
        double[] bias = new double[Knowledge.values().length];
        double[][] weights = new double[PriorModel.TERMS.length][Knowledge.values().length];
        for (Knowledge knowledge : Knowledge.values()) {
            TrainingSet set = set(subjects, knowledge);
            int column = knowledge.ordinal();
            if (set == null) {
                bias[column] = PriorModel.shipped().bias(knowledge);
                for (PriorTerm term : PriorModel.TERMS) {
                    weights[term.ordinal()][column] = PriorModel.shipped().weight(term, knowledge);
                }
                continue;
            }
            LinearPredictor line = (LinearPredictor) new LogisticRegressionLearner(PENALTY, 0)
                    .fit(set, TrainingContext.seeded(0))
                    .predictor();
            bias[column] = line.intercept();
            for (int term = 0; term < weights.length; term++) {
                LinearTerm part = line.terms().get(term);
                double weight = part.weight() / part.scale();
                weights[term][column] = weight;
                bias[column] -= weight * part.mean();
            }
        }
        return new PriorModel(bias, weights);
    }

    private static TrainingSet set(Collection<PriorRows> subjects, Knowledge knowledge) {
        List<PriorRows.Row> rows = new ArrayList<>();
        List<Double> factors = new ArrayList<>();
        for (PriorRows subject : subjects) {
            List<PriorRows.Row> of = subject.of(knowledge);
            double failures = of.stream()
                    .filter(row -> row.label() > 0)
                    .mapToDouble(PriorRows.Row::weight)
                    .sum();
            if (failures == 0) {
                continue;
            }
            double counts = FAILURES_A_SUBJECT * Math.min(1, failures / LEAST);
            for (PriorRows.Row row : of) {
                rows.add(row);
                factors.add(counts / failures);
            }
        }
        boolean bothKinds =
                rows.stream().anyMatch(row -> row.label() > 0) && rows.stream().anyMatch(row -> row.label() == 0);
        if (!bothKinds) {
            return null;
        }
        double[][] columns = new double[PriorModel.TERMS.length][rows.size()];
        double[] labels = new double[rows.size()];
        double[] weights = new double[rows.size()];
        for (int i = 0; i < labels.length; i++) {
            PriorRows.Row row = rows.get(i);
            for (int term = 0; term < columns.length; term++) {
                columns[term][i] = row.terms()[term];
            }
            labels[i] = row.label();
            weights[i] = row.weight() * factors.get(i);
        }
        return new TrainingSet(FeatureTable.of(schema(), columns), labels, weights, null);
    }

    private static FeatureSchema schema() {
        List<Feature> features = PriorModel.terms().stream()
                .map(name -> Feature.of(name, "term", "a term of the prior model"))
                .toList();
        return new FeatureSchema("test-prior", 1, features);
    }
}
