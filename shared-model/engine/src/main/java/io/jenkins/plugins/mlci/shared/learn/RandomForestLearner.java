package io.jenkins.plugins.mlci.shared.learn;

import io.jenkins.plugins.mlci.shared.feature.FeatureTable;
import io.jenkins.plugins.mlci.shared.model.Calibration;
import io.jenkins.plugins.mlci.shared.model.Link;
import io.jenkins.plugins.mlci.shared.model.PortableModel;
import io.jenkins.plugins.mlci.shared.model.Provenance;
import io.jenkins.plugins.mlci.shared.model.TreeEnsemble;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.LongStream;
import smile.base.cart.SplitRule;
import smile.classification.RandomForest;
import smile.data.DataFrame;
import smile.data.formula.Formula;
import smile.data.vector.BaseVector;
import smile.data.vector.DoubleVector;
import smile.data.vector.IntVector;

/**
 * Smile's random forest, copied into a portable model. Needs a pool. A missing value is learned as one less than all
 * others. Trees are grown some at a time, so that a training can be cancelled and its time budget kept.
 *
 * <p>Source: L. Breiman, Random forests, Machine Learning 45 (2001).
 */
public final class RandomForestLearner implements Learner {
    private static final int AT_A_TIME = 8;
    private static final String LABEL = "label";

    private final ForestParameters parameters;

    /** With these parameters. */
    public RandomForestLearner(ForestParameters parameters) {
        this.parameters = parameters;
    }

    @Override
    public PortableModel fit(TrainingSet given, TrainingContext context) {
        long deadline = context.deadline();
        TrainingSet latest = given.latest(Math.min(context.maxRows(), parameters.maxRows()));
        latest.requireBinary();
        latest.requireBothKinds("");
        TrainingSet set = WeightedResample.of(latest, context.seed());
        set.requireBothKinds(" after drawing by weight");
        double[] stands = stands(set.table());
        DataFrame frame = frame(set, stands);
        long[] seeds = new SplittableRandom(context.seed())
                .longs(parameters.trees())
                .map(seed -> seed & Integer.MAX_VALUE)
                .toArray();
        List<RandomForest> parts = new ArrayList<>();
        int grown = 0;
        while (grown < parameters.trees() && (grown == 0 || context.nanoTime().getAsLong() - deadline < 0)) {
            int count = Math.min(AT_A_TIME, parameters.trees() - grown);
            long[] part = java.util.Arrays.copyOfRange(seeds, grown, grown + count);
            parts.add(PooledSmile.run(context, () -> grow(frame, part)));
            grown += count;
        }
        return model(latest, context, parts, stands, grown);
    }

    private RandomForest grow(DataFrame frame, long[] seeds) {
        int features = frame.ncols() - 1;
        int asked = (int) Math.max(1, Math.floor(Math.sqrt(features)));
        return RandomForest.fit(
                Formula.lhs(LABEL),
                frame,
                seeds.length,
                asked,
                SplitRule.GINI,
                parameters.maxDepth(),
                parameters.maxLeaves(),
                parameters.minLeafRows(),
                parameters.rowShare(),
                null,
                LongStream.of(seeds));
    }

    private PortableModel model(
            TrainingSet set, TrainingContext context, List<RandomForest> parts, double[] stands, int grown) {
        double total = 0;
        for (RandomForest part : parts) {
            for (RandomForest.Model tree : part.models()) {
                total += tree.weight;
            }
        }
        TreeCollector collector = new TreeCollector();
        for (RandomForest part : parts) {
            SmileTrees copier = new SmileTrees(part.schema(), stands, collector);
            for (RandomForest.Model tree : part.models()) {
                copier.add(tree.tree.root(), total > 0 ? tree.weight / total : 1.0 / grown);
            }
        }
        String notes = grown < parameters.trees()
                ? "The time budget ended the training after " + grown + " of " + parameters.trees() + " trees."
                : "";
        Provenance provenance = context.provenance("random-forest", parameters.describe(), set, notes);
        TreeEnsemble ensemble = new TreeEnsemble(set.table().schema().size(), Link.IDENTITY, 0, collector.first(grown));
        return new PortableModel(set.table().schema(), ensemble, Calibration.identity(), provenance);
    }

    /** One less than the least value of each feature. */
    private static double[] stands(FeatureTable table) {
        double[] stands = new double[table.schema().size()];
        for (int f = 0; f < stands.length; f++) {
            double least = java.util.Arrays.stream(table.column(f))
                    .filter(value -> !Double.isNaN(value))
                    .min()
                    .orElse(0);
            stands[f] = Math.max(-Double.MAX_VALUE, Math.min(least - 1, Math.nextDown(least)));
        }
        return stands;
    }

    private static DataFrame frame(TrainingSet set, double[] stands) {
        List<BaseVector<?, ?, ?>> vectors = new ArrayList<>();
        for (int f = 0; f < stands.length; f++) {
            double[] column = set.table().column(f).clone();
            for (int row = 0; row < column.length; row++) {
                column[row] = Double.isNaN(column[row]) ? stands[f] : column[row];
            }
            vectors.add(DoubleVector.of("f" + f, column));
        }
        int[] labels = new int[set.rows()];
        for (int row = 0; row < labels.length; row++) {
            labels[row] = (int) set.labels()[row];
        }
        vectors.add(IntVector.of(LABEL, labels));
        return DataFrame.of(vectors.toArray(BaseVector[]::new));
    }
}
