package io.jenkins.plugins.mlci.deploygate.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.jenkins.plugins.mlci.deploygate.change.BuildSignals;
import io.jenkins.plugins.mlci.deploygate.change.DeployedChange;
import io.jenkins.plugins.mlci.deploygate.change.DeploymentFacts;
import io.jenkins.plugins.mlci.shared.evaluate.Interval;
import io.jenkins.plugins.mlci.shared.evaluate.RankingMetrics;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class AucDrawsTest {
    private final List<Step> steps = new ArrayList<>();
    private final double[] labels = new double[1_000];
    private final double[] good = new double[1_000];
    private final double[] blind = new double[1_000];

    AucDrawsTest() {
        SplittableRandom random = new SplittableRandom(3);
        for (int i = 0; i < labels.length; i++) {
            labels[i] = random.nextInt(10) == 0 ? 1 : 0;
            good[i] = Math.round(10 * (random.nextDouble() + 0.5 * labels[i])) / 10.0;
            blind[i] = 0.5;
            Instant time = Instant.ofEpochSecond(i);
            DeploymentFacts facts =
                    new DeploymentFacts("d" + i, "job", "prod", time, DeployedChange.UNKNOWN, BuildSignals.UNKNOWN);
            steps.add(new Step(facts, labels[i], time, true, new double[0]));
        }
    }

    @Test
    void theEstimateIsTheAreaOverAllStepsAndTheIntervalHoldsIt() {
        AucDraws draws = AucDraws.of(steps, Map.of("good", good, "blind", blind), 200, 7);
        Interval area = AucDraws.mean(List.of(draws), "good");
        assertThat(area.estimate())
                .isCloseTo(
                        RankingMetrics.rocAuc(
                                Arrays.copyOfRange(labels, 200, 1_000), Arrays.copyOfRange(good, 200, 1_000)),
                        within(1e-12));
        assertThat(area.low()).isLessThan(area.estimate()).isGreaterThan(0.6);
        assertThat(area.high()).isGreaterThan(area.estimate());
    }

    @Test
    void methodsAreComparedOnTheSameDraws() {
        AucDraws draws = AucDraws.of(steps, Map.of("good", good, "blind", blind, "same", good), 0, 7);
        assertThat(AucDraws.lead(List.of(draws, draws), "good", "same")).isEqualTo(new Interval(0, 0, 0));
        Interval area = AucDraws.mean(List.of(draws), "good");
        assertThat(AucDraws.lead(List.of(draws), "good", "blind").estimate())
                .isCloseTo(area.estimate() - 0.5, within(1e-12));
    }

    @Test
    void nothingToJudgeGivesNoNumber() {
        AucDraws draws = AucDraws.of(steps, Map.of("good", good), steps.size(), 7);
        assertThat(AucDraws.mean(List.of(draws), "good").estimate()).isNaN();
    }
}
