package io.jenkins.plugins.mlci.shared.learn;

import io.jenkins.plugins.mlci.shared.model.LogOdds;

/** Binary log loss; starts from the log-odds of the weighted share of positives. */
final class LogLossObjective implements Objective {
    private final TrainingSet set;

    LogLossObjective(TrainingSet set) {
        set.requireBinary();
        this.set = set;
    }

    @Override
    public double initialMargin() {
        double positive = 0;
        double all = 0;
        for (int row = 0; row < set.rows(); row++) {
            positive += set.weight(row) * set.labels()[row];
            all += set.weight(row);
        }
        return LogOdds.of(positive / all);
    }

    @Override
    public void derive(double[] margins, double[] gradients, double[] hessians) {
        double[] labels = set.labels();
        for (int row = 0; row < labels.length; row++) {
            double p = LogOdds.probability(margins[row]);
            double weight = set.weight(row);
            gradients[row] = weight * (p - labels[row]);
            hessians[row] = weight * Math.max(p * (1 - p), 1e-16);
        }
    }

    @Override
    public double loss(double[] margins) {
        double sum = 0;
        double all = 0;
        for (int row = 0; row < margins.length; row++) {
            double signed = set.labels()[row] > 0 ? -margins[row] : margins[row];
            double softplus = Math.max(0, signed) + Math.log1p(Math.exp(-Math.abs(signed)));
            sum += set.weight(row) * softplus;
            all += set.weight(row);
        }
        return sum / all;
    }
}
