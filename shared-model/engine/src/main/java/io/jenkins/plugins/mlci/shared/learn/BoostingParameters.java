package io.jenkins.plugins.mlci.shared.learn;

import java.util.Map;
import java.util.TreeMap;

/** How gradient boosting learns; see {@link Builder} for the meaning, defaults and ranges. Immutable. */
public final class BoostingParameters {
    final BoostingObjective objective;
    final int trees;
    final double learningRate;
    final int maxDepth;
    final int maxLeaves;
    final double minChildWeight;
    final int minChildRows;
    final double l2;
    final double minGain;
    final double rowShare;
    final double featureShare;
    final int maxBins;
    final double validationShare;
    final int patience;
    final boolean refit;
    final Map<String, Integer> monotone;

    private BoostingParameters(Builder b) {
        objective = b.objective;
        trees = b.trees;
        learningRate = b.learningRate;
        maxDepth = b.maxDepth;
        maxLeaves = b.maxLeaves;
        minChildWeight = b.minChildWeight;
        minChildRows = b.minChildRows;
        l2 = b.l2;
        minGain = b.minGain;
        rowShare = b.rowShare;
        featureShare = b.featureShare;
        maxBins = b.maxBins;
        validationShare = b.validationShare;
        patience = b.patience;
        refit = b.refit;
        monotone = Map.copyOf(b.monotone);
    }

    /** A builder with the defaults. */
    public static Builder builder() {
        return new Builder();
    }

    /** As text for the provenance. */
    Map<String, String> describe() {
        Map<String, String> text = new TreeMap<>();
        text.put("objective", objective.name());
        text.put("trees", Integer.toString(trees));
        text.put("learningRate", Double.toString(learningRate));
        text.put("maxDepth", Integer.toString(maxDepth));
        text.put("maxLeaves", Integer.toString(maxLeaves));
        text.put("minChildWeight", Double.toString(minChildWeight));
        text.put("minChildRows", Integer.toString(minChildRows));
        text.put("l2", Double.toString(l2));
        text.put("minGain", Double.toString(minGain));
        text.put("rowShare", Double.toString(rowShare));
        text.put("featureShare", Double.toString(featureShare));
        text.put("maxBins", Integer.toString(maxBins));
        text.put("validationShare", Double.toString(validationShare));
        text.put("patience", Integer.toString(patience));
        text.put("refit", Boolean.toString(refit));
        text.put("monotone", new TreeMap<>(monotone).toString());
        return text;
    }

    /** Collects parameters. Each setter refuses values outside its range. */
    public static final class Builder {
        private BoostingObjective objective = BoostingObjective.LOG_LOSS;
        private int trees = 100;
        private double learningRate = 0.1;
        private int maxDepth = 6;
        private int maxLeaves = 64;
        private double minChildWeight = 1;
        private int minChildRows = 1;
        private double l2 = 1;
        private double minGain;
        private double rowShare = 1;
        private double featureShare = 1;
        private int maxBins = 255;
        private double validationShare;
        private int patience = 20;
        private boolean refit = true;
        private final Map<String, Integer> monotone = new TreeMap<>();

        private Builder() {}

        /** What to learn; log loss by default. */
        public Builder objective(BoostingObjective value) {
            objective = java.util.Objects.requireNonNull(value, "objective");
            return this;
        }

        /** The number of trees at most, 1 to 10,000; 100 by default. */
        public Builder trees(int value) {
            trees = (int) within("trees", value, 1, 10_000);
            return this;
        }

        /** How much of each tree counts, (0, 1]; 0.1 by default. */
        public Builder learningRate(double value) {
            learningRate = within("learningRate", value, 1e-6, 1);
            return this;
        }

        /** Questions from root to leaf at most, 1 to 30; 6 by default. */
        public Builder maxDepth(int value) {
            maxDepth = (int) within("maxDepth", value, 1, 30);
            return this;
        }

        /** Leaves of a tree at most, 2 to 4,096, best split first; 64 by default: with depth 6 level by level. */
        public Builder maxLeaves(int value) {
            maxLeaves = (int) within("maxLeaves", value, 2, 4096);
            return this;
        }

        /** The least sum of second derivatives in a leaf, 0 or more; 1 by default. */
        public Builder minChildWeight(double value) {
            minChildWeight = within("minChildWeight", value, 0, 1e12);
            return this;
        }

        /** The least number of training rows in a leaf, 1 or more; 1 by default. */
        public Builder minChildRows(int value) {
            minChildRows = (int) within("minChildRows", value, 1, Integer.MAX_VALUE);
            return this;
        }

        /** Added to a leaf's sum of second derivatives, 0 or more; 1 by default. */
        public Builder l2(double value) {
            l2 = within("l2", value, 0, 1e12);
            return this;
        }

        /** The least gain that a split must bring, 0 or more; 0 by default. */
        public Builder minGain(double value) {
            minGain = within("minGain", value, 0, 1e12);
            return this;
        }

        /** The share of rows drawn for each tree, (0, 1]; whole groups when ranking; 1 by default. */
        public Builder rowShare(double value) {
            rowShare = within("rowShare", value, 1e-6, 1);
            return this;
        }

        /** The share of features drawn for each tree, (0, 1]; 1 by default. */
        public Builder featureShare(double value) {
            featureShare = within("featureShare", value, 1e-6, 1);
            return this;
        }

        /** The number of quantile bins a feature is cut into at most, 2 to 255; missing values come on top. */
        public Builder maxBins(int value) {
            maxBins = (int) within("maxBins", value, 2, 255);
            return this;
        }

        /**
         * Stop early: the last share of the rows is held out, [0, 0.5], and training ends when their loss has not become
         * less for this many rounds. 0 by default: no early stopping.
         */
        public Builder earlyStopping(double share, int rounds) {
            validationShare = within("validationShare", share, 0, 0.5);
            patience = (int) within("patience", rounds, 1, 10_000);
            return this;
        }

        /** After an early stop, whether to learn again from all rows with the number of trees found; true by default. */
        public Builder refit(boolean value) {
            refit = value;
            return this;
        }

        /** Makes the prediction never fall (+1) or never rise (-1) when this feature grows. */
        public Builder monotone(String feature, int direction) {
            monotone.put(feature, (int) within("monotone", direction, -1, 1));
            return this;
        }

        /** The parameters. */
        public BoostingParameters build() {
            return new BoostingParameters(this);
        }

        private static double within(String name, double value, double least, double most) {
            if (!(value >= least && value <= most)) {
                throw new IllegalArgumentException("Boosting parameter " + name + " must lie between " + least + " and "
                        + most + ", not " + value + ".");
            }
            return value;
        }
    }
}
