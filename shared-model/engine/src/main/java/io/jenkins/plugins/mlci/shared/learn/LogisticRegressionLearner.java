package io.jenkins.plugins.mlci.shared.learn;

import io.jenkins.plugins.mlci.shared.feature.Clipper;
import io.jenkins.plugins.mlci.shared.feature.Feature;
import io.jenkins.plugins.mlci.shared.model.Calibration;
import io.jenkins.plugins.mlci.shared.model.LinearPredictor;
import io.jenkins.plugins.mlci.shared.model.LinearTerm;
import io.jenkins.plugins.mlci.shared.model.PortableModel;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/**
 * Logistic regression on clipped, standardised features. A missing value counts as the mean and raises an indicator that
 * has a weight of its own. Solved here and not by Smile, whose solver knows no weights and whose sums depend on the
 * number of threads.
 */
public final class LogisticRegressionLearner implements Learner {
    private final double l2;
    private final double tail;

    /**
     * A learner.
     *
     * @param l2 penalty on the weights of standardised features, more than 0; 1 is usual
     * @param tail share of outliers that is clipped at either end of a feature that allows it, [0, 0.5); 0.001 is usual
     */
    public LogisticRegressionLearner(double l2, double tail) {
        if (!(l2 > 0) || Double.isInfinite(l2) || !(tail >= 0 && tail < 0.5)) {
            throw new IllegalArgumentException(
                    "Logistic regression needs a penalty of more than 0 and a clipped share of at least 0 and less than"
                            + " 0.5.");
        }
        this.l2 = l2;
        this.tail = tail;
    }

    @Override
    public PortableModel fit(TrainingSet given, TrainingContext context) {
        TrainingSet set = given.latest(context.maxRows());
        set.requireBinary();
        set.requireBothKinds("");
        List<Standardised> features = new ArrayList<>();
        List<double[]> columns = new ArrayList<>();
        for (int f = 0; f < set.table().schema().size(); f++) {
            Feature feature = set.table().schema().features().get(f);
            Standardised standardised =
                    new Standardised(set.table().column(f), feature.clipped() ? tail : 0, columns.size());
            features.add(standardised);
            columns.add(standardised.values);
            if (standardised.hasIndicator()) {
                columns.add(standardised.missing);
            }
        }
        double[] weights = new double[set.rows()];
        Arrays.setAll(weights, set::weight);
        double[] coefficients =
                new NewtonLogistic(columns.toArray(double[][]::new), set.labels(), weights, l2).solve(context);
        List<LinearTerm> terms =
                features.stream().map(feature -> feature.term(coefficients)).toList();
        LinearPredictor predictor = new LinearPredictor(coefficients[coefficients.length - 1], terms);
        Map<String, String> parameters = Map.of("l2", Double.toString(l2), "tail", Double.toString(tail));
        return new PortableModel(
                set.table().schema(),
                predictor,
                Calibration.identity(),
                context.provenance("logistic-regression", parameters, set, ""));
    }

    /** One feature as the solver sees it. */
    private static final class Standardised {
        private final Clipper clipper;
        private final double mean;
        private final double scale;
        private final double missingShare;
        private final int position;
        private final double[] values;
        private final double[] missing;

        Standardised(double[] raw, double tail, int position) {
            this.position = position;
            clipper = tail > 0 ? Clipper.train(raw, tail) : Clipper.NONE;
            values = new double[raw.length];
            missing = new double[raw.length];
            double sum = 0;
            int known = 0;
            for (double value : raw) {
                if (!Double.isNaN(value)) {
                    sum += clipper.clip(value);
                    known++;
                }
            }
            mean = known == 0 ? 0 : sum / known;
            missingShare = 1 - (double) known / raw.length;
            scale = scale(raw, known);
            for (int row = 0; row < raw.length; row++) {
                boolean absent = Double.isNaN(raw[row]);
                values[row] = absent ? 0 : (clipper.clip(raw[row]) - mean) / scale;
                missing[row] = absent ? 1 : 0;
            }
        }

        private double scale(double[] raw, int known) {
            double squares = 0;
            for (double value : raw) {
                if (!Double.isNaN(value)) {
                    double distance = clipper.clip(value) - mean;
                    squares += distance * distance;
                }
            }
            double deviation = known == 0 ? 0 : Math.sqrt(squares / known);
            return deviation > 1e-12 * Math.max(1, Math.abs(mean)) && Double.isFinite(deviation) ? deviation : 1;
        }

        boolean hasIndicator() {
            return missingShare > 0 && missingShare < 1;
        }

        LinearTerm term(double[] coefficients) {
            double missingWeight = hasIndicator() ? coefficients[position + 1] : 0;
            return new LinearTerm(clipper, mean, scale, coefficients[position], missingWeight, missingShare);
        }
    }
}
