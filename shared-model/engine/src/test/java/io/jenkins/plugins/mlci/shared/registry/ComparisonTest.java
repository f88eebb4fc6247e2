package io.jenkins.plugins.mlci.shared.registry;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.mlci.shared.evaluate.Bootstrap;
import io.jenkins.plugins.mlci.shared.evaluate.RankingMetrics;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class ComparisonTest {
    private static final Comparison COMPARISON =
            new Comparison(RankingMetrics::rocAuc, 0.01, 10, new Bootstrap(200, 0.9, 1));

    private static double[] labels() {
        return new SplittableRandom(1).ints(600, 0, 2).asDoubleStream().toArray();
    }

    private static double[] scores(double[] labels, double signal, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        double[] scores = new double[labels.length];
        java.util.Arrays.setAll(scores, i -> signal * labels[i] + random.nextDouble());
        return scores;
    }

    @Test
    void aBetterOrEqualCandidateMayComeIntoForce() {
        double[] labels = labels();
        double[] incumbent = scores(labels, 0.3, 2);

        assertThat(COMPARISON.judge(labels, scores(labels, 0.9, 3), incumbent).notWorse())
                .isTrue();
        Comparison.Verdict same = COMPARISON.judge(labels, incumbent, incumbent);
        assertThat(same.notWorse()).isTrue();
        assertThat(same.difference().estimate()).isZero();
    }

    @Test
    void aWorseCandidateMayNotAndIsToldWhy() {
        double[] labels = labels();

        Comparison.Verdict verdict = COMPARISON.judge(labels, scores(labels, 0.1, 4), scores(labels, 0.6, 5));

        assertThat(verdict.notWorse()).isFalse();
        assertThat(verdict.reason()).contains("may be worse", "600 rows");
    }

    @Test
    void nothingIsSaidFromAFewPositives() {
        double[] labels = new double[100];
        labels[3] = 1;

        Comparison.Verdict verdict = COMPARISON.judge(labels, new double[100], new double[100]);

        assertThat(verdict.notWorse()).isFalse();
        assertThat(verdict.reason()).contains("Only 1 of the 10 positives");
    }
}
