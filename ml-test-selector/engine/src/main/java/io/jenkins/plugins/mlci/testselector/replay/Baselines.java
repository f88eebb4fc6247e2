package io.jenkins.plugins.mlci.testselector.replay;

import io.jenkins.plugins.mlci.shared.learn.BoostingParameters;
import io.jenkins.plugins.mlci.shared.learn.GradientBoosting;
import java.util.ArrayList;
import java.util.List;

/** The methods that ours is compared with, recomputed in the same replay. */
final class Baselines {
    private Baselines() {}

    static List<Baseline> of(long seed, boolean changesKnown, boolean learned) {
        List<Baseline> all = new ArrayList<>(Heuristic.all(seed));
        all.add(new Rocket());
        if (learned) {
            all.add(boosting("boosting (history)", false, false, seed));
            all.add(boosting("boosting (history), per cost", false, true, seed));
            if (changesKnown) {
                all.add(boosting("boosting + change", true, false, seed));
                all.add(boosting("boosting + change, per cost", true, true, seed));
            }
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
        return new LearnedBaseline(name, new GradientBoosting(parameters), withChange, perCost, seed);
    }
}
