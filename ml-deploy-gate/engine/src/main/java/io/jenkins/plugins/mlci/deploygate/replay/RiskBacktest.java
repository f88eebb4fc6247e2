package io.jenkins.plugins.mlci.deploygate.replay;

import io.jenkins.plugins.mlci.deploygate.risk.PriorModel;
import io.jenkins.plugins.mlci.deploygate.risk.PriorTrainer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ForkJoinPool;
import java.util.function.Consumer;

/**
 * Replays the recordings of one data set. Each starts from a prior that was trained on the others, never on itself: so the
 * prior knows nothing of the repository, and the shipped one, which may, is not used where others are there.
 */
public final class RiskBacktest {
    private final long seed;
    private final double ratio;
    private final ForkJoinPool pool;

    /**
     * A backtest.
     *
     * @param ratio what a failed deployment costs over what a delay costs, for the simulation of the gate
     * @param pool where the forest of the baselines trains; null to leave the learned baselines out
     */
    public RiskBacktest(long seed, double ratio, ForkJoinPool pool) {
        if (!(ratio > 1)) {
            throw new IllegalArgumentException("A failure must cost more than a delay: the ratio must be more than 1.");
        }
        this.seed = seed;
        this.ratio = ratio;
        this.pool = pool;
    }

    /**
     * Replays.
     *
     * @param recordings of one data set
     * @param wanted those to be replayed; the others only teach the prior
     * @param stepped told after each step
     * @param done told each result as soon as it is there
     */
    public void run(List<Recording> recordings, List<Recording> wanted, Runnable stepped, Consumer<RiskResult> done) {
        Map<String, PriorTrainer.Source> sources = new LinkedHashMap<>();
        recordings.forEach(recording -> sources.put(recording.name(), RiskReplay.source(recording)));
        for (Recording recording : wanted) {
            List<PriorTrainer.Source> others = new ArrayList<>();
            sources.forEach((name, source) -> {
                if (!name.equals(recording.name()) && source.failures() > 0) {
                    others.add(source);
                }
            });
            done.accept(run(recording, others, stepped));
        }
    }

    private RiskResult run(Recording recording, List<PriorTrainer.Source> others, Runnable stepped) {
        PriorModel prior;
        if (others.isEmpty()) {
            prior = PriorModel.neutral(START_LOG_ODDS);
        } else {
            PriorTrainer trainer = new PriorTrainer();
            others.forEach(trainer::with);
            prior = trainer.train(seed, "backtest");
        }
        RiskReplay.Said said = RiskReplay.run(recording, prior, seed, stepped);
        List<Step> steps = recording.steps();
        int last = recording.cut(RiskReplay.HELD_OUT);
        boolean heldOut = recording.kind() == Recording.Kind.CHANGES;
        int first = heldOut ? last : recording.cut(1 - WARM_UP);
        Map<String, double[]> values = new LinkedHashMap<>();
        values.put(RiskResult.OURS, said.probability());
        if (pool != null) {
            values.putAll(new RiskBaselines(recording, seed, pool).run());
        }
        Map<String, double[]> warm = heldOut ? Map.of() : values;
        return new RiskResult(
                recording,
                said,
                scores(steps, warm, first),
                scores(steps, values, last),
                others.isEmpty() ? null : RiskScores.of(steps, said.coldStart(), 0, false),
                AucDraws.of(steps, warm, first, seed),
                AucDraws.of(steps, values, last, seed),
                GateSimulation.of(steps, said.probability(), first, ratio, seed));
    }

    private static Map<String, RiskScores> scores(List<Step> steps, Map<String, double[]> said, int from) {
        Map<String, RiskScores> scores = new LinkedHashMap<>();
        said.forEach((method, values) ->
                scores.put(method, RiskScores.of(steps, values, from, !method.equals(RiskBaselines.LINES))));
        return scores;
    }

    /** The share of the first steps that is only learned from. */
    static final double WARM_UP = 0.2;

    /** Log-odds of a failure rate of 10 %, where nothing is known: learned away within some hundred steps. */
    private static final double START_LOG_ODDS = -2.2;
}
