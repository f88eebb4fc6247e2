package io.jenkins.plugins.mlci.testselector.rank;

import io.jenkins.plugins.mlci.shared.feature.Feature;
import io.jenkins.plugins.mlci.shared.feature.FeatureSchema;
import io.jenkins.plugins.mlci.shared.feature.FeatureTable;
import io.jenkins.plugins.mlci.shared.learn.BoostingParameters;
import io.jenkins.plugins.mlci.shared.learn.GradientBoosting;
import io.jenkins.plugins.mlci.shared.learn.TrainingContext;
import io.jenkins.plugins.mlci.shared.model.ModelFormatException;
import io.jenkins.plugins.mlci.shared.model.PortableModel;
import io.jenkins.plugins.mlci.shared.model.StateReader;
import io.jenkins.plugins.mlci.shared.model.StateWriter;
import io.jenkins.plugins.mlci.testselector.feature.SelectionFeature;
import io.jenkins.plugins.mlci.testselector.feature.SelectionTable;
import java.util.ArrayList;
import java.util.List;

/**
 * Learns to rank the tests of one job, build after build.
 *
 * <p>It starts from the prior model. A boosted model of the job's own builds reads the same features and the prior's score; how
 * much of it counts is decided by how well each mixture would have ordered the recent builds, each judged before it was
 * learned from (prequentially, Dawid 1984). Without proof of being better, nothing of it counts.
 */
public final class OnlineRanker {
    private static final double[] MIXTURES = {0, 0.25, 0.5, 0.75, 1};
    private static final int LEAST_FAILURES = 15;
    private static final int LEAST_JUDGED = 20;
    private static final double MEMORY = 0.97;
    private static final double MARGIN = 0.005;
    static final FeatureSchema SCHEMA = withPrior();

    private final long seed;
    private final PriorModel prior;
    private final TrainingRows rows;
    private final TimeSlope slope = new TimeSlope();
    private final BaseRates rates = new BaseRates();
    private final double[] quality = new double[MIXTURES.length];
    private double judged;
    private PortableModel model;
    private int failingBuilds;
    private int trainedAt;
    private boolean anyHistory;

    /** Begins with the prior model that ships. */
    public OnlineRanker(long seed) {
        this(seed, PriorModel.shipped());
    }

    /** Begins with another prior model. */
    public OnlineRanker(long seed, PriorModel prior) {
        this.seed = seed;
        this.prior = prior;
        this.rows = new TrainingRows(seed);
    }

    /** Writes all but the {@link #model}, for {@link #read}. */
    public void write(StateWriter out) {
        out.number(seed).flag(anyHistory).number(failingBuilds).number(trainedAt);
        out.real(judged).reals(quality);
        slope.write(out);
        rates.write(out);
        rows.write(out);
    }

    /**
     * The ranker that {@link #write} wrote; it goes on exactly as the other would have.
     *
     * @param model its {@link #model}; null when it had none
     * @throws ModelFormatException when it is damaged or the model reads other features
     */
    public static OnlineRanker read(StateReader in, PortableModel model) {
        if (model != null && !model.schema().matches(SCHEMA)) {
            throw new ModelFormatException("The model reads other features than this version knows.");
        }
        OnlineRanker ranker = new OnlineRanker(in.number());
        ranker.model = model;
        ranker.anyHistory = in.flag();
        ranker.failingBuilds = in.number(0, Integer.MAX_VALUE);
        ranker.trainedAt = in.number(0, ranker.failingBuilds);
        ranker.judged = in.finite();
        System.arraycopy(in.reals(MIXTURES.length), 0, ranker.quality, 0, MIXTURES.length);
        ranker.slope.read(in);
        ranker.rates.read(in);
        ranker.rows.read(in, SCHEMA);
        return ranker;
    }

    /** How many builds with a failure it has learned from. */
    public int failingBuilds() {
        return failingBuilds;
    }

    private static FeatureSchema withPrior() {
        List<Feature> features = new ArrayList<>(SelectionFeature.SCHEMA.features());
        features.add(Feature.of("prior", "log-odds", "what the prior model says"));
        return new FeatureSchema("test-selection-with-prior", 1, features);
    }

    /** Log-odds that each test of the table fails. */
    public double[] logOdds(SelectionTable table) {
        double[] known = shifted(table, prior.logOdds(table, anyHistory));
        double share = share();
        if (share == 0) {
            return known;
        }
        return mix(known, model.scores(extended(table, known)), share);
    }

    /** The same log-odds made fit for an order by failures a second, see {@link Order#byProbabilityPerSecond}. */
    public double[] forTime(double[] logOdds) {
        return slope.apply(logOdds);
    }

    /** How much of the job's own model counts, [0, 1]. */
    public double share() {
        if (model == null || judged < LEAST_JUDGED * 0.8) {
            return 0;
        }
        int best = 0;
        for (int i = 1; i < MIXTURES.length; i++) {
            if (quality[i] > quality[best] && quality[i] > quality[0] + MARGIN) {
                best = i;
            }
        }
        return MIXTURES[best];
    }

    /** The job's own model; null while there is none. */
    public PortableModel model() {
        return model;
    }

    /** Learns how the tests of the table really ended. */
    public void observe(SelectionTable table, boolean[] failed) {
        double[] plain = prior.logOdds(table, anyHistory);
        double[] known = shifted(table, plain);
        if (anyHistory) {
            rates.observe(states(table), plain, failed);
        }
        anyHistory = true;
        int failures = 0;
        for (boolean f : failed) {
            failures += f ? 1 : 0;
        }
        if (failures == 0 || failures == failed.length) {
            return;
        }
        failingBuilds++;
        FeatureTable extended = extended(table, known);
        double[] now = known;
        if (share() > 0) {
            now = mix(known, model.scores(extended), share());
        }
        slope.judge(table, now, failed);
        if (model != null) {
            judge(table, failed, known, model.scores(extended));
        }
        rows.add(extended, failed);
        if (rows.positives() >= LEAST_FAILURES && failingBuilds >= trainedAt + Math.max(5, trainedAt / 8)) {
            train();
        }
    }

    private double[] shifted(SelectionTable table, double[] prior) {
        Knowledge[] states = states(table);
        double[] shifted = prior.clone();
        for (int row = 0; row < shifted.length; row++) {
            shifted[row] += rates.shift(states[row]);
        }
        return shifted;
    }

    private Knowledge[] states(SelectionTable table) {
        Knowledge[] states = new Knowledge[table.rows()];
        for (int row = 0; row < states.length; row++) {
            states[row] = Knowledge.of(table, row, anyHistory);
        }
        return states;
    }

    private void judge(SelectionTable table, boolean[] failed, double[] prior, double[] own) {
        judged = 1 + MEMORY * judged;
        for (int i = 0; i < MIXTURES.length; i++) {
            double[] mixed = mix(prior, own, MIXTURES[i]);
            double value = (Earliness.inTests(Order.byProbability(mixed, table), failed)
                            + Earliness.inTime(Order.byProbabilityPerSecond(mixed, table), failed, table))
                    / 2;
            quality[i] += (value - quality[i]) / judged;
        }
    }

    private void train() {
        trainedAt = failingBuilds;
        BoostingParameters parameters = BoostingParameters.builder()
                .trees(60)
                .learningRate(0.1)
                .maxDepth(4)
                .maxLeaves(16)
                .minChildRows(10)
                .l2(5)
                .rowShare(0.8)
                .featureShare(0.7)
                .monotone("prior", 1)
                .build();
        model = new GradientBoosting(parameters).fit(rows.toSet(), TrainingContext.seeded(seed));
    }

    private static double[] mix(double[] prior, double[] own, double share) {
        double[] mixed = new double[prior.length];
        for (int row = 0; row < mixed.length; row++) {
            mixed[row] = (1 - share) * prior[row] + share * own[row];
        }
        return mixed;
    }

    private static FeatureTable extended(SelectionTable table, double[] prior) {
        double[][] columns = new double[SCHEMA.size()][];
        for (SelectionFeature feature : SelectionFeature.values()) {
            columns[feature.ordinal()] = table.column(feature);
        }
        columns[columns.length - 1] = prior;
        return FeatureTable.of(SCHEMA, columns);
    }
}
