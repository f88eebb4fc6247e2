package io.jenkins.plugins.mlci.shared.learn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.jenkins.plugins.mlci.shared.evaluate.RankingMetrics;
import io.jenkins.plugins.mlci.shared.model.PortableModel;
import io.jenkins.plugins.mlci.shared.model.TreeEnsemble;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

class RandomForestLearnerTest {
    private static final ForkJoinPool POOL = new ForkJoinPool(2);
    private static final TrainingContext CONTEXT = TrainingContext.seeded(5).in(POOL);
    private static final ForestParameters SMALL = new ForestParameters(24, 8, 128, 3, 1, 50_000);

    @AfterAll
    static void stop() {
        POOL.shutdown();
    }

    @Test
    void boostingIsAtLeastAsGoodAsTheForestThatItIsComparedWith() {
        TrainingSet set = SyntheticData.rows(3000, 6, 1);
        TrainingSet fresh = SyntheticData.rows(3000, 6, 2);

        double[] forest = new RandomForestLearner(SMALL).fit(set, CONTEXT).probabilities(fresh.table());
        double[] boosting = new GradientBoosting(
                        BoostingParameters.builder().trees(60).maxDepth(4).build())
                .fit(set, CONTEXT)
                .probabilities(fresh.table());

        double reference = RankingMetrics.rocAuc(fresh.labels(), forest);
        assertThat(reference).isGreaterThan(0.75);
        assertThat(RankingMetrics.rocAuc(fresh.labels(), boosting)).isGreaterThan(reference - 0.005);
    }

    @Test
    void sameSeedGivesTheSameForest() {
        TrainingSet set = SyntheticData.rows(400, 5, 3);
        PortableModel first = new RandomForestLearner(SMALL).fit(set, CONTEXT);
        PortableModel again = new RandomForestLearner(SMALL).fit(set, CONTEXT);
        PortableModel other = new RandomForestLearner(SMALL)
                .fit(set, TrainingContext.seeded(6).in(POOL));

        assertThat(again.scores(set.table())).containsExactly(first.scores(set.table()));
        assertThat(other.scores(set.table())).isNotEqualTo(first.scores(set.table()));
    }

    @Test
    void contributionsAddUpToTheProbability() {
        TrainingSet set = SyntheticData.rows(400, 5, 4);
        PortableModel model = new RandomForestLearner(SMALL).fit(set, CONTEXT);
        double[] probabilities = model.probabilities(set.table());

        for (int row = 0; row < 10; row++) {
            double sum = Arrays.stream(
                            model.predictor().contributions(set.table().row(row)))
                    .sum();
            assertThat(model.predictor().expectedScore() + sum).isCloseTo(probabilities[row], within(1e-9));
        }
    }

    @Test
    void keepsItsCapsAndItsTimeBudget() {
        AtomicLong clock = new AtomicLong();
        TrainingContext hurried = CONTEXT.within(Duration.ofSeconds(2), () -> clock.getAndAdd(1_000_000_000));

        PortableModel model = new RandomForestLearner(new ForestParameters(24, 3, 128, 3, 1, 300))
                .fit(SyntheticData.rows(400, 5, 5), hurried);

        TreeEnsemble ensemble = (TreeEnsemble) model.predictor();
        assertThat(ensemble.trees().trees()).isEqualTo(16);
        assertThat(ensemble.depth()).isLessThanOrEqualTo(3);
        assertThat(model.provenance().rows()).isEqualTo(300);
        assertThat(model.provenance().notes()).contains("16 of 24");
    }

    @Test
    void canBeCancelledBetweenTrees() {
        AtomicInteger asked = new AtomicInteger();
        TrainingContext impatient = CONTEXT.cancelledBy(() -> asked.incrementAndGet() > 1);

        assertThatThrownBy(() -> new RandomForestLearner(SMALL).fit(SyntheticData.rows(200, 5, 6), impatient))
                .isInstanceOf(TrainingCancelledException.class);
    }

    @Test
    void needsAPoolAndBothKindsOfRows() {
        assertThatThrownBy(() ->
                        new RandomForestLearner(SMALL).fit(SyntheticData.rows(50, 5, 7), TrainingContext.seeded(1)))
                .hasMessageContaining("needs a pool");
        TrainingSet none = TrainingSet.of(SyntheticData.rows(50, 5, 7).table(), new double[50]);
        assertThatThrownBy(() -> new RandomForestLearner(SMALL).fit(none, CONTEXT))
                .hasMessageContaining("Nothing can be learned");
        assertThatThrownBy(() -> new ForestParameters(0, 1, 2, 1, 1, 1)).isInstanceOf(IllegalArgumentException.class);
    }
}
