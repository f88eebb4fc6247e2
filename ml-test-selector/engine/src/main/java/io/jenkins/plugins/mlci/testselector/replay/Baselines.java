package io.jenkins.plugins.mlci.testselector.replay;

import io.jenkins.plugins.mlci.shared.learn.BoostingParameters;
import io.jenkins.plugins.mlci.shared.learn.ForestParameters;
import io.jenkins.plugins.mlci.shared.learn.GradientBoosting;
import io.jenkins.plugins.mlci.shared.learn.RandomForestLearner;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ForkJoinPool;

/** The methods that ours is compared with, recomputed in the same replay. */
final class Baselines {
    private static final int FOREST_TREES = 50;
    private static final int FOREST_ROWS = 10_000;

    private Baselines() {}

    static List<Baseline> of(long seed, boolean changesKnown, boolean learned, ForkJoinPool pool) {
        List<Baseline> all = new ArrayList<>(Heuristic.all(seed));
        all.add(new Rocket());
        if (learned) {
            all.add(boosting("boosting (history)", false, false, seed));
            all.add(boosting("boosting (history), per cost", false, true, seed));
            if (changesKnown) {
                all.add(boosting("boosting + change", true, false, seed));
                all.add(boosting("boosting + change, per cost", true, true, seed));
                all.add(forest("forest + change", true, false, seed, pool));
                all.add(forest("forest + change, per cost", true, true, seed, pool));
            }
            all.add(forest("forest (history)", false, false, seed, pool));
        }
        return all;
    }

    private static Baseline boosting(String name, boolean withChange, boolean perCost, long seed) {
        BoostingParameters parameters = BoostingParameters.builder()
                .trees(60)
                .learningRate(0.1)
                .maxDepth(4)
                .maxLeaves(16)
                .minChildRows(5)
                .build();
        return new LearnedBaseline(name, new GradientBoosting(parameters), withChange, perCost, seed, null);
    }

    private static Baseline forest(String name, boolean withChange, boolean perCost, long seed, ForkJoinPool pool) {
        ForestParameters parameters = new ForestParameters(FOREST_TREES, 8, 64, 3, 1.0, FOREST_ROWS);
        return new LearnedBaseline(name, new RandomForestLearner(parameters), withChange, perCost, seed, pool);
    }
}
