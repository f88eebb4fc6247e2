package io.jenkins.plugins.mlci.shared.learn;

import io.jenkins.plugins.mlci.shared.feature.SparseVector;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Learns the weights of a linear model with two classes on sparse rows, by dual coordinate descent with an L2 penalty.
 * 50,000 texts take about a second.
 *
 * <p>Sources: C.-J. Hsieh et al., A dual coordinate descent method for large-scale linear SVM, 2008; H.-F. Yu et al., Dual
 * coordinate descent methods for logistic regression and maximum entropy models, 2011.
 *
 * @param loss what is fitted
 * @param cost of an error against the penalty, more than 0; 1 is usual for rows of length 1
 * @param epochs how often each row is looked at, at least 1
 */
public record SparseLinearLearner(SparseLoss loss, double cost, int epochs) {
    private static final double TOLERANCE = 1e-3;

    public SparseLinearLearner {
        if (!(cost > 0) || Double.isInfinite(cost) || epochs < 1) {
            throw new IllegalArgumentException(
                    "A sparse linear learner needs a cost of more than 0 and at least one epoch, not " + cost + " and "
                            + epochs + ".");
        }
    }

    /**
     * A linear model: the score of a row is its product with the weights and the bias.
     *
     * @param weights one for each index
     * @param bias added to every score
     */
    public record Weights(float[] weights, double bias) {
        /** The score of a row: above 0 speaks for the class. */
        public double score(SparseVector row) {
            return bias + row.dot(weights);
        }
    }

    /**
     * Learns. The same rows, labels and seed give the same weights.
     *
     * @param rows of length about 1
     * @param labels whether each row is of the class
     * @param rowCosts factor on the cost of each row, more than 0; null when all are 1
     * @param dimension more than the greatest index
     * @throws IllegalArgumentException when a row does not fit, or all rows are of one kind
     * @throws TrainingCancelledException when the context was cancelled
     */
    public Weights fit(
            List<SparseVector> rows, boolean[] labels, double[] rowCosts, int dimension, TrainingContext context) {
        int first = Math.max(0, rows.size() - context.maxRows());
        check(rows, labels, first, dimension);
        Descent descent = new Descent(rows, labels, rowCosts, first, dimension);
        SplittableRandom random = new SplittableRandom(context.seed());
        long deadline = context.deadline();
        for (int epoch = 0; epoch < epochs; epoch++) {
            double moved = descent.pass(random, context);
            boolean lateAlready = context.nanoTime().getAsLong() - deadline >= 0;
            if (moved < TOLERANCE * cost || lateAlready) {
                break;
            }
        }
        return new Weights(descent.weights, descent.bias);
    }

    private static void check(List<SparseVector> rows, boolean[] labels, int first, int dimension) {
        if (rows.size() != labels.length) {
            throw new IllegalArgumentException("There are " + rows.size() + " rows for " + labels.length + " labels.");
        }
        boolean some = false;
        boolean others = false;
        for (int i = first; i < labels.length; i++) {
            some |= labels[i];
            others |= !labels[i];
            SparseVector row = rows.get(i);
            if (row.size() > 0 && row.index(row.size() - 1) >= dimension) {
                throw new IllegalArgumentException("Row " + i + " reaches to index " + row.index(row.size() - 1)
                        + ", but there are " + dimension + ".");
            }
        }
        if (!some || !others) {
            throw new IllegalArgumentException("Nothing can be learned: all rows are of one kind.");
        }
    }

    private final class Descent {
        private final List<SparseVector> rows;
        private final boolean[] labels;
        private final double[] costs;
        private final double[] duals;
        private final double[] squaredLengths;
        private final int[] order;
        private final float[] weights;
        private double bias;

        Descent(List<SparseVector> rows, boolean[] labels, double[] rowCosts, int first, int dimension) {
            this.rows = rows;
            this.labels = labels;
            weights = new float[dimension];
            costs = new double[rows.size()];
            duals = new double[rows.size()];
            squaredLengths = new double[rows.size()];
            order = new int[rows.size() - first];
            for (int i = first; i < rows.size(); i++) {
                order[i - first] = i;
                costs[i] = cost * (rowCosts == null ? 1 : rowCosts[i]);
                squaredLengths[i] = rows.get(i).squaredLength() + 1;
                move(i, loss.start(costs[i]));
            }
        }

        /** Looks at each row once in random order; returns the largest move, as a share of the row's cost times the cost. */
        double pass(SplittableRandom random, TrainingContext context) {
            double largest = 0;
            for (int i = order.length - 1; i >= 0; i--) {
                if ((i & 1023) == 0) {
                    context.check();
                }
                int other = random.nextInt(i + 1);
                int row = order[other];
                order[other] = order[i];
                order[i] = row;
                double margin = (labels[row] ? 1 : -1) * (bias + rows.get(row).dot(weights));
                double dual = loss.step(duals[row], margin, squaredLengths[row], costs[row]);
                double change = dual - duals[row];
                if (change != 0) {
                    move(row, change);
                    largest = Math.max(largest, Math.abs(change) / costs[row] * cost);
                }
            }
            return largest;
        }

        private void move(int row, double change) {
            duals[row] += change;
            double signed = labels[row] ? change : -change;
            rows.get(row).addTo(weights, signed);
            bias += signed;
        }
    }
}
