package io.jenkins.plugins.mlci.deploygate.risk;

import io.jenkins.plugins.mlci.deploygate.feature.RiskFeature;
import io.jenkins.plugins.mlci.shared.feature.FeatureTable;
import io.jenkins.plugins.mlci.shared.feature.FeatureTableBuilder;
import io.jenkins.plugins.mlci.shared.learn.BoostingParameters;
import io.jenkins.plugins.mlci.shared.learn.GradientBoosting;
import io.jenkins.plugins.mlci.shared.learn.TrainingContext;
import io.jenkins.plugins.mlci.shared.learn.TrainingSet;
import io.jenkins.plugins.mlci.shared.model.PortableModel;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.SplittableRandom;

/**
 * Boosted trees over the features, trained again whenever there is a tenth more to learn from. They see what acts together;
 * a linear model does not.
 */
final class TreeExpert {
    private static final int TREES = 150;
    private static final double RATE = 0.03;
    private static final int DEPTH = 3;
    private static final double FEATURES = 0.4;
    private static final int LEAST_FAILURES = 25;
    /** From so many failures on, larger and more trees. */
    private static final int MANY_FAILURES = 600;

    private static final int MOST_ROWS = 60_000;
    /** How much more there must be to train again. */
    private static final double GROWTH = 1.1;
    /** Good deployments kept for each failed one; they weigh accordingly more. */
    private static final double NEGATIVES = 15;

    private final long seed;
    private final TrainingContext context;
    private final Deque<double[]> rows = new ArrayDeque<>();
    private final Deque<Boolean> labels = new ArrayDeque<>();
    private int failures;
    private long seen;
    private long trainAt = 300;
    private PortableModel model;

    TreeExpert(long seed) {
        this.seed = seed;
        this.context = TrainingContext.seeded(seed);
    }

    /** Learns an outcome; trains when it is time. Rows are not copied. */
    void learn(double[] row, boolean failed) {
        rows.addLast(row);
        labels.addLast(failed);
        failures += failed ? 1 : 0;
        seen++;
        if (rows.size() > MOST_ROWS) {
            rows.removeFirst();
            failures -= labels.removeFirst() ? 1 : 0;
        }
        if (seen >= trainAt && failures >= LEAST_FAILURES && failures <= rows.size() - LEAST_FAILURES) {
            train();
            trainAt = (long) Math.ceil(seen * GROWTH);
        }
    }

    boolean isTrained() {
        return model != null;
    }

    /** How far a row's log-odds are from the mean; only when trained. */
    double logOdds(double[] row) {
        FeatureTable one =
                new FeatureTableBuilder(RiskFeature.schema(), 1).add(row).build();
        return model.scores(one)[0] - model.predictor().expectedScore();
    }

    /** What each feature adds to {@link #logOdds}; exact. */
    double[] contributions(double[] row) {
        return model.predictor().contributions(row);
    }

    private void train() {
        double share = Math.min(1, NEGATIVES * failures / (rows.size() - failures));
        SplittableRandom random = new SplittableRandom(seed);
        FeatureTableBuilder table = new FeatureTableBuilder(RiskFeature.schema(), rows.size());
        double[] targets = new double[rows.size()];
        double[] weights = new double[rows.size()];
        int n = 0;
        var label = labels.iterator();
        for (double[] row : rows) {
            boolean failed = label.next();
            if (failed || random.nextDouble() < share) {
                table.add(row);
                targets[n] = failed ? 1 : 0;
                weights[n++] = failed ? 1 : 1 / share;
            }
        }
        boolean many = failures >= MANY_FAILURES;
        BoostingParameters parameters = BoostingParameters.builder()
                .trees(many ? 2 * TREES : TREES)
                .learningRate(RATE)
                .maxDepth(many ? DEPTH + 1 : DEPTH)
                .maxLeaves(many ? 12 : 8)
                .minChildRows(20)
                .minChildWeight(2)
                .l2(10)
                .rowShare(0.6)
                .featureShare(FEATURES)
                .maxBins(32)
                .build();
        model = new GradientBoosting(parameters)
                .fit(
                        new TrainingSet(table.build(), Arrays.copyOf(targets, n), Arrays.copyOf(weights, n), null),
                        context);
    }
}
