package io.jenkins.plugins.mlci.testselector.replay;

import io.jenkins.plugins.mlci.shared.feature.FeatureSchema;
import io.jenkins.plugins.mlci.shared.feature.FeatureTable;
import io.jenkins.plugins.mlci.shared.history.TestId;
import io.jenkins.plugins.mlci.shared.learn.Learner;
import io.jenkins.plugins.mlci.shared.learn.TrainingContext;
import io.jenkins.plugins.mlci.shared.model.PortableModel;
import io.jenkins.plugins.mlci.testselector.feature.SelectionFeature;
import io.jenkins.plugins.mlci.testselector.feature.SelectionTable;
import io.jenkins.plugins.mlci.testselector.rank.Order;
import io.jenkins.plugins.mlci.testselector.rank.TrainingRows;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ForkJoinPool;

/** A learner on the job's own earlier builds alone, as the papers do it; recently failed before it has learned anything. */
final class LearnedBaseline implements Baseline {
    private static final int LEAST_FAILURES = 5;

    private final String name;
    private final Learner learner;
    private final boolean perCost;
    private final List<SelectionFeature> features;
    private final FeatureSchema schema;
    private final TrainingRows rows;
    private final TrainingContext context;
    private PortableModel model;
    private int failingBuilds;
    private int trainedAt;

    LearnedBaseline(String name, Learner learner, boolean withChange, boolean perCost, long seed, ForkJoinPool pool) {
        this.name = name;
        this.learner = learner;
        this.perCost = perCost;
        this.features = Arrays.stream(SelectionFeature.values())
                .filter(feature -> withChange || !SelectionTable.isOfTheChange(feature))
                .toList();
        this.schema = new FeatureSchema(
                "baseline",
                1,
                features.stream()
                        .map(feature -> SelectionFeature.SCHEMA.features().get(feature.ordinal()))
                        .toList());
        this.rows = new TrainingRows(seed);
        this.context = pool == null
                ? TrainingContext.seeded(seed)
                : TrainingContext.seeded(seed).in(pool);
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public int[] order(SelectionTable table, List<TestId> tests) {
        double[] scores = model == null ? fallback(table) : model.probabilities(part(table));
        if (perCost) {
            for (int row = 0; row < scores.length; row++) {
                scores[row] = (scores[row] + 1e-6) / (table.seconds(row) + 1e-3);
            }
        }
        return Order.sorted(scores, table);
    }

    private static double[] fallback(SelectionTable table) {
        double[] scores = table.column(SelectionFeature.DECAYED_FAILURES).clone();
        for (int row = 0; row < scores.length; row++) {
            scores[row] += table.get(SelectionFeature.NEVER_RAN, row);
        }
        return scores;
    }

    @Override
    public void observe(SelectionTable table, List<TestId> tests, boolean[] failed) {
        int failures = 0;
        for (boolean f : failed) {
            failures += f ? 1 : 0;
        }
        if (failures == 0 || failures == failed.length) {
            return;
        }
        failingBuilds++;
        rows.add(part(table), failed);
        if (rows.positives() >= LEAST_FAILURES && failingBuilds >= trainedAt + Math.max(5, trainedAt / 5)) {
            trainedAt = failingBuilds;
            model = learner.fit(rows.toSet(), context);
        }
    }

    private FeatureTable part(SelectionTable table) {
        return FeatureTable.of(schema, features.stream().map(table::column).toArray(double[][]::new));
    }
}
