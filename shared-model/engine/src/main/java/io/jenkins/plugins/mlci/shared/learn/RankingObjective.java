package io.jenkins.plugins.mlci.shared.learn;

import java.util.Arrays;

/**
 * Pairwise logistic loss inside groups, each pair optionally weighed by the change in NDCG when its two rows swap places.
 * Groups weigh the same: the pairs of a group share a weight of 1 times the weight of the pair's more relevant row.
 *
 * <p>Source: C. Burges, From RankNet to LambdaRank to LambdaMART: an overview, MSR-TR-2010-82.
 */
final class RankingObjective implements Objective {
    private static final int MOST_RELEVANT = 30;

    private final TrainingSet set;
    private final boolean byNdcg;
    /** By rank from 0: what a relevant row is worth there. */
    private final double[] discounts;
    /** By group: what its pairs are divided by; 0 when all its rows are equally relevant and nothing can be learned. */
    private final double[] normalisers;

    RankingObjective(TrainingSet set, boolean byNdcg) {
        if (set.groups() == null) {
            throw new IllegalArgumentException("To learn an order the training set needs its groups of rows.");
        }
        this.set = set;
        this.byNdcg = byNdcg;
        discounts = new double[Arrays.stream(set.groups()).max().orElse(0)];
        Arrays.setAll(discounts, rank -> Math.log(2) / Math.log(rank + 2.0));
        normalisers = new double[set.groups().length];
        int begin = 0;
        for (int group = 0; group < normalisers.length; group++) {
            normalisers[group] = normaliser(begin, begin + set.groups()[group]);
            begin += set.groups()[group];
        }
    }

    /** For NDCG the ideal gain of the group, else its number of pairs. */
    private double normaliser(int begin, int end) {
        double[] relevance = Arrays.copyOfRange(set.labels(), begin, end);
        Arrays.sort(relevance);
        int last = relevance.length - 1;
        if (relevance[0] == relevance[last]) {
            return 0;
        }
        double sum = 0;
        int less = 0;
        for (int i = 0; i <= last; i++) {
            less = i > 0 && relevance[i] > relevance[i - 1] ? i : less;
            sum += byNdcg ? gain(relevance[last - i]) * discounts[i] : less;
        }
        return sum;
    }

    private static double gain(double relevance) {
        return Math.pow(2, Math.min(relevance, MOST_RELEVANT)) - 1;
    }

    @Override
    public double initialMargin() {
        return 0;
    }

    @Override
    public void derive(double[] margins, double[] gradients, double[] hessians) {
        Arrays.fill(gradients, 0);
        // A little curvature keeps rows that are in no pair from being free.
        Arrays.fill(hessians, 1e-16);
        eachPair(margins, (high, low, weight) -> {
            double wrong = 1 / (1 + Math.exp(margins[high] - margins[low]));
            double hessian = weight * wrong * (1 - wrong);
            gradients[high] -= weight * wrong;
            gradients[low] += weight * wrong;
            hessians[high] += hessian;
            hessians[low] += hessian;
        });
    }

    /** Pairwise: the mean loss of a pair; by NDCG: the mean share of the ideal gain that wrongly ordered pairs cost. */
    @Override
    public double loss(double[] margins) {
        double[] sum = new double[1];
        eachPair(margins, (high, low, weight) -> {
            double behind = margins[low] - margins[high];
            double softplus = Math.max(0, behind) + Math.log1p(Math.exp(-Math.abs(behind)));
            sum[0] += weight * (byNdcg ? (behind < 0 ? 0 : 1) : softplus);
        });
        double weights = 0;
        int begin = 0;
        for (int group = 0; group < normalisers.length; group++) {
            int size = set.groups()[group];
            weights += normalisers[group] > 0 ? meanWeight(begin, begin + size) : 0;
            begin += size;
        }
        return weights == 0 ? 0 : sum[0] / weights;
    }

    private double meanWeight(int begin, int end) {
        double sum = 0;
        int count = 0;
        for (int row = begin; row < end; row++) {
            if (set.labels()[row] > 0) {
                sum += set.weight(row);
                count++;
            }
        }
        return sum / count;
    }

    /** Takes a pair of rows of one group, the first more relevant. */
    private interface PairVisitor {
        void visit(int high, int low, double weight);
    }

    private void eachPair(double[] margins, PairVisitor visitor) {
        double[] discount = new double[discounts.length];
        int begin = 0;
        for (int group = 0; group < normalisers.length; group++) {
            int size = set.groups()[group];
            if (normalisers[group] > 0) {
                if (byNdcg) {
                    assignDiscounts(margins, begin, size, discount);
                }
                eachPairOf(begin, size, normalisers[group], discount, visitor);
            }
            begin += size;
        }
    }

    private void eachPairOf(int begin, int size, double normaliser, double[] discount, PairVisitor visitor) {
        double[] labels = set.labels();
        for (int high = begin; high < begin + size; high++) {
            double relevance = labels[high];
            if (relevance == 0) {
                continue;
            }
            double share = set.weight(high) / normaliser;
            double gain = byNdcg ? gain(relevance) : 0;
            for (int low = begin; low < begin + size; low++) {
                if (labels[low] < relevance) {
                    double swap = byNdcg
                            ? (gain - gain(labels[low])) * Math.abs(discount[high - begin] - discount[low - begin])
                            : 1;
                    visitor.visit(high, low, share * swap);
                }
            }
        }
    }

    /** Gives each row of a group the discount of its rank; ranks by margin as a float, ties by position. */
    private void assignDiscounts(double[] margins, int begin, int size, double[] discount) {
        long[] keys = new long[size];
        for (int i = 0; i < size; i++) {
            int bits = Float.floatToIntBits((float) -margins[begin + i]);
            int ordered = bits ^ bits >> 31 & Integer.MAX_VALUE;
            keys[i] = (long) ordered << 32 | i;
        }
        Arrays.sort(keys);
        for (int rank = 0; rank < size; rank++) {
            discount[(int) keys[rank]] = discounts[rank];
        }
    }
}
