package io.jenkins.plugins.mlci.shared.learn;

import java.util.Arrays;

/**
 * Weighted logistic regression with an L2 penalty by Newton's method with halved steps; deterministic. Targets may lie
 * between 0 and 1.
 */
final class NewtonLogistic {
    private static final int MAX_STEPS = 50;
    private static final double TOLERANCE = 1e-8;

    private final double[][] columns;
    private final double[] targets;
    private final double[] weights;
    private final double l2;
    private final int size;

    /**
     * A problem; the last coefficient is the intercept, which is not penalised.
     *
     * @param columns one array a feature, without missing values
     * @param targets one a row, in [0, 1]
     * @param weights one a row
     * @param l2 more than 0 keeps the problem solvable
     */
    NewtonLogistic(double[][] columns, double[] targets, double[] weights, double l2) {
        this.columns = columns;
        this.targets = targets;
        this.weights = weights;
        this.l2 = l2;
        this.size = columns.length + 1;
    }

    /** The coefficients, the intercept last. */
    double[] solve(TrainingContext context) {
        double[] coefficients = new double[size];
        double loss = loss(coefficients);
        for (int i = 0; i < MAX_STEPS; i++) {
            context.check();
            double[] step = newtonStep(coefficients);
            double[] next = moved(coefficients, step, 1);
            double nextLoss = loss(next);
            for (double share = 0.5; nextLoss > loss && share > 1e-6; share /= 2) {
                next = moved(coefficients, step, share);
                nextLoss = loss(next);
            }
            if (!(nextLoss <= loss)) {
                return coefficients;
            }
            coefficients = next;
            boolean settled = loss - nextLoss <= TOLERANCE * (1 + Math.abs(loss)) * 1e-3
                    && Arrays.stream(step).allMatch(s -> Math.abs(s) < TOLERANCE * 1e3);
            loss = nextLoss;
            if (settled) {
                return coefficients;
            }
        }
        return coefficients;
    }

    private double margin(double[] coefficients, int row) {
        double margin = coefficients[size - 1];
        for (int f = 0; f < columns.length; f++) {
            margin += coefficients[f] * columns[f][row];
        }
        return margin;
    }

    private double loss(double[] coefficients) {
        double loss = 0;
        for (int row = 0; row < targets.length; row++) {
            double margin = margin(coefficients, row);
            double softplus = Math.max(0, margin) + Math.log1p(Math.exp(-Math.abs(margin)));
            loss += weights[row] * (softplus - targets[row] * margin);
        }
        for (int f = 0; f < columns.length; f++) {
            loss += l2 / 2 * coefficients[f] * coefficients[f];
        }
        return loss;
    }

    private double[] newtonStep(double[] coefficients) {
        double[][] hessian = new double[size][size];
        double[] gradient = new double[size];
        double[] x = new double[size];
        x[size - 1] = 1;
        for (int row = 0; row < targets.length; row++) {
            for (int f = 0; f < columns.length; f++) {
                x[f] = columns[f][row];
            }
            double p = 1 / (1 + Math.exp(-margin(coefficients, row)));
            double slope = weights[row] * (p - targets[row]);
            double curvature = weights[row] * p * (1 - p);
            for (int i = 0; i < size; i++) {
                gradient[i] += slope * x[i];
                double scaled = curvature * x[i];
                double[] line = hessian[i];
                for (int j = 0; j <= i; j++) {
                    line[j] += scaled * x[j];
                }
            }
        }
        for (int i = 0; i < size; i++) {
            boolean penalised = i < size - 1;
            gradient[i] += penalised ? l2 * coefficients[i] : 0;
            hessian[i][i] += penalised ? l2 : 1e-9;
        }
        return Cholesky.solve(hessian, gradient);
    }

    private static double[] moved(double[] from, double[] step, double share) {
        double[] moved = from.clone();
        for (int i = 0; i < moved.length; i++) {
            moved[i] -= share * step[i];
        }
        return moved;
    }
}
