package io.jenkins.plugins.mlci.shared.learn;

import java.util.stream.IntStream;

/**
 * Pairwise logistic loss inside groups, each pair optionally weighed by the change in NDCG when its two rows swap places.
 * Groups weigh the same: the pairs of a group share a weight of 1 times the weight of the pair's more relevant row.
 *
 * <p>Source: C. Burges, From RankNet to LambdaRank to LambdaMART: an overview, MSR-TR-2010-82.
 */
final class RankingObjective implements Objective {
    private final TrainingSet set;
    private final boolean byNdcg;

    RankingObjective(TrainingSet set, boolean byNdcg) {
        if (set.groups() == null) {
            throw new IllegalArgumentException("To learn an order the training set needs its groups of rows.");
        }
        this.set = set;
        this.byNdcg = byNdcg;
    }

    @Override
    public double initialMargin() {
        return 0;
    }

    @Override
    public void derive(double[] margins, double[] gradients, double[] hessians) {
        java.util.Arrays.fill(gradients, 0);
        // A little curvature keeps rows that are in no pair from being free.
        java.util.Arrays.fill(hessians, 1e-16);
        int begin = 0;
        for (int size : set.groups()) {
            deriveGroup(begin, size, margins, gradients, hessians);
            begin += size;
        }
    }

    @Override
    public double loss(double[] margins) {
        double sum = 0;
        double weights = 0;
        int begin = 0;
        for (int size : set.groups()) {
            Group group = new Group(begin, size, margins);
            if (group.normaliser > 0) {
                sum += group.loss() / group.normaliser;
                weights += group.meanWeight();
            }
            begin += size;
        }
        return weights == 0 ? 0 : sum / weights;
    }

    private void deriveGroup(int begin, int size, double[] margins, double[] gradients, double[] hessians) {
        Group group = new Group(begin, size, margins);
        if (group.normaliser == 0) {
            return;
        }
        for (int high = begin; high < begin + size; high++) {
            for (int low = begin; set.labels()[high] > 0 && low < begin + size; low++) {
                if (set.labels()[high] <= set.labels()[low]) {
                    continue;
                }
                double pair = group.weight(high, low) * set.weight(high) / group.normaliser;
                double wrong = 1 / (1 + Math.exp(margins[high] - margins[low]));
                double hessian = pair * wrong * (1 - wrong);
                gradients[high] -= pair * wrong;
                gradients[low] += pair * wrong;
                hessians[high] += hessian;
                hessians[low] += hessian;
            }
        }
    }

    /** One group as it stands in the current order. */
    private final class Group {
        private final int begin;
        private final int end;
        private final double[] margins;
        private final double[] discount;
        private final double normaliser;

        Group(int begin, int size, double[] margins) {
            this.begin = begin;
            this.end = begin + size;
            this.margins = margins;
            this.discount = byNdcg ? discounts(size) : null;
            this.normaliser = normaliser();
        }

        private double[] discounts(int size) {
            Integer[] order = IntStream.range(0, size).boxed().toArray(Integer[]::new);
            java.util.Arrays.sort(order, (a, b) -> Double.compare(margins[begin + b], margins[begin + a]));
            double[] discounts = new double[size];
            for (int rank = 0; rank < size; rank++) {
                discounts[order[rank]] = 1 / (Math.log(rank + 2.0) / Math.log(2));
            }
            return discounts;
        }

        /** For NDCG the ideal gain of the group, else its number of pairs; 0 when all rows are equally relevant. */
        private double normaliser() {
            double[] relevance = java.util.Arrays.copyOfRange(set.labels(), begin, end);
            java.util.Arrays.sort(relevance);
            if (relevance[0] == relevance[relevance.length - 1]) {
                return 0;
            }
            double sum = 0;
            int less = 0;
            for (int i = 0; i < relevance.length; i++) {
                if (i > 0 && relevance[i] > relevance[i - 1]) {
                    less = i;
                }
                sum += byNdcg ? gain(relevance[relevance.length - 1 - i]) * Math.log(2) / Math.log(i + 2.0) : less;
            }
            return sum;
        }

        private double gain(double relevance) {
            return Math.pow(2, Math.min(relevance, 30)) - 1;
        }

        double weight(int high, int low) {
            if (!byNdcg) {
                return 1;
            }
            return (gain(set.labels()[high]) - gain(set.labels()[low]))
                    * Math.abs(discount[high - begin] - discount[low - begin]);
        }

        double loss() {
            double sum = 0;
            for (int high = begin; high < end; high++) {
                for (int low = begin; set.labels()[high] > 0 && low < end; low++) {
                    if (set.labels()[high] > set.labels()[low]) {
                        double wrong = byNdcg ? (margins[high] > margins[low] ? 0 : 1) : softplus(high, low);
                        sum += set.weight(high) * weight(high, low) * wrong;
                    }
                }
            }
            return sum;
        }

        private double softplus(int high, int low) {
            double behind = margins[low] - margins[high];
            return Math.max(0, behind) + Math.log1p(Math.exp(-Math.abs(behind)));
        }

        double meanWeight() {
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
    }
}
