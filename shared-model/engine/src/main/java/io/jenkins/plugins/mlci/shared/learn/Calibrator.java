package io.jenkins.plugins.mlci.shared.learn;

import io.jenkins.plugins.mlci.shared.model.BetaCalibration;
import io.jenkins.plugins.mlci.shared.model.Calibration;
import io.jenkins.plugins.mlci.shared.model.LogOdds;
import io.jenkins.plugins.mlci.shared.model.PlattCalibration;
import java.util.Arrays;

/** Learns a calibration from probabilities on rows that the model has not learned from. */
public enum Calibrator {
    /** Keeps probabilities as they are. */
    IDENTITY {
        @Override
        public Calibration fit(double[] probabilities, double[] labels, double[] weights) {
            return Calibration.identity();
        }
    },
    /** Two numbers: for some hundred rows and more. */
    PLATT {
        @Override
        public Calibration fit(double[] probabilities, double[] labels, double[] weights) {
            double[] logOdds = Arrays.stream(probabilities).map(LogOdds::of).toArray();
            double[] fitted = solve(labels, weights, logOdds);
            return fitted[0] >= 0
                    ? new PlattCalibration(fitted[0], fitted[1])
                    : new PlattCalibration(0, solve(labels, weights)[0]);
        }
    },
    /** Three numbers: bends the two ends apart from each other. */
    BETA {
        @Override
        public Calibration fit(double[] probabilities, double[] labels, double[] weights) {
            double[] a = Arrays.stream(probabilities)
                    .map(p -> Math.log(Math.max(LEAST, p)))
                    .toArray();
            double[] b = Arrays.stream(probabilities)
                    .map(p -> -Math.log1p(-Math.min(1 - LEAST, p)))
                    .toArray();
            double[] both = solve(labels, weights, a, b);
            if (both[0] >= 0 && both[1] >= 0) {
                return new BetaCalibration(both[0], both[1], both[2]);
            }
            double[] one = both[0] < 0 ? solve(labels, weights, b) : solve(labels, weights, a);
            double slope = Math.max(0, one[0]);
            double intercept = slope > 0 ? one[1] : solve(labels, weights)[0];
            return both[0] < 0 ? new BetaCalibration(0, slope, intercept) : new BetaCalibration(slope, 0, intercept);
        }
    },
    /** Any rising line: for a thousand rows and more. */
    ISOTONIC {
        @Override
        public Calibration fit(double[] probabilities, double[] labels, double[] weights) {
            return PoolAdjacentViolators.fit(probabilities, labels, weights);
        }
    };

    private static final double LEAST = 1e-15;

    /**
     * The calibration.
     *
     * @param probabilities uncalibrated, in [0, 1], at least one
     * @param labels 0 or 1, as many
     * @param weights as many; null when all weigh the same
     */
    public abstract Calibration fit(double[] probabilities, double[] labels, double[] weights);

    /** Fits to labels pulled a little towards each other, as Platt proposed, so that few rows are not believed too much. */
    private static double[] solve(double[] labels, double[] weights, double[]... columns) {
        double[] weighed = weights;
        if (weighed == null) {
            weighed = new double[labels.length];
            Arrays.fill(weighed, 1);
        }
        double positives = Arrays.stream(labels).sum();
        double high = (positives + 1) / (positives + 2);
        double low = 1 / (labels.length - positives + 2);
        double[] targets =
                Arrays.stream(labels).map(label -> label > 0 ? high : low).toArray();
        return new NewtonLogistic(columns, targets, weighed, 1e-6).solve(TrainingContext.seeded(0));
    }
}
