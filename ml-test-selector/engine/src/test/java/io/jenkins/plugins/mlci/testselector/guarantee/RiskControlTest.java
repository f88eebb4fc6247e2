package io.jenkins.plugins.mlci.testselector.guarantee;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Random;
import java.util.stream.DoubleStream;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

class RiskControlTest {
    private static RiskControl after(double[]... failingScores) {
        RiskControl risk = new RiskControl();
        for (double[] scores : failingScores) {
            boolean[] failed = new boolean[scores.length];
            Arrays.fill(failed, true);
            risk.observe(scores, failed);
        }
        return risk;
    }

    private static RiskControl oneFailureEach(double... scores) {
        return after(DoubleStream.of(scores).mapToObj(s -> new double[] {s}).toArray(double[][]::new));
    }

    /** With four builds of one failure each, (missed + 1) / 5 must not exceed 1 - confidence. */
    @Example
    void thresholdsOfFourBuildsAreThoseOfTheFormula() {
        RiskControl risk = oneFailureEach(3, 1, 4, 2);

        assertThat(risk.threshold(0.8)).hasValue(1);
        assertThat(risk.threshold(0.61)).hasValue(1);
        assertThat(risk.threshold(0.6)).hasValue(2);
        assertThat(risk.threshold(0.5)).hasValue(2);
        assertThat(risk.threshold(0.4)).hasValue(3);
        assertThat(risk.threshold(0.2)).hasValue(4);
        assertThat(risk.threshold(0.01)).hasValue(4);
    }

    /** A build counts with the share of its failures, not with their number. */
    @Example
    void everyBuildCountsTheSame() {
        RiskControl risk = after(new double[] {1, 3}, new double[] {2, 4});

        assertThat(risk.missed(1)).isZero();
        assertThat(risk.missed(2)).isEqualTo(0.25);
        assertThat(risk.missed(3)).isEqualTo(0.5);
        assertThat(risk.missed(4)).isEqualTo(0.75);
        assertThat(risk.missed(4.1)).isEqualTo(1);
        assertThat(risk.threshold(0.5)).hasValue(2);
        assertThat(risk.threshold(2.0 / 3)).hasValue(1);
    }

    @Example
    void passingTestsDoNotCount() {
        RiskControl risk = new RiskControl();
        risk.observe(new double[] {-9, 5, -7}, new boolean[] {false, true, false});

        assertThat(risk.threshold(0.5)).hasValue(5);
    }

    @Example
    void buildsWithoutFailureAreNoEvidence() {
        RiskControl risk = new RiskControl();
        risk.observe(new double[] {1, 2}, new boolean[] {false, false});
        risk.observe(new double[0], new boolean[0]);

        assertThat(risk.builds()).isZero();
        assertThat(risk.missed(0)).isZero();
        assertThat(risk.threshold(0.01)).isEmpty();
    }

    @Example
    void numberOfBuildsNeededIsThatOfTheFormula() {
        assertThat(RiskControl.buildsNeeded(0.5)).isEqualTo(1);
        assertThat(RiskControl.buildsNeeded(0.8)).isEqualTo(4);
        assertThat(RiskControl.buildsNeeded(0.9)).isEqualTo(9);
        assertThat(RiskControl.buildsNeeded(0.95)).isEqualTo(19);
        assertThat(RiskControl.buildsNeeded(0.99)).isEqualTo(99);
    }

    @Property(tries = 300)
    void thereIsAThresholdExactlyWhenThereAreEnoughBuilds(
            @ForAll @IntRange(min = 1, max = 99) int percent, @ForAll @IntRange(min = 0, max = 110) int builds) {
        double confidence = percent / 100.0;
        RiskControl risk = oneFailureEach(new Random(builds).doubles(builds).toArray());

        assertThat(risk.threshold(confidence).isPresent()).isEqualTo(builds >= RiskControl.buildsNeeded(confidence));
    }

    @Property(tries = 300)
    void thresholdIsTheLargestOneThatKeepsTheBound(
            @ForAll @Size(min = 1, max = 40)
                    List<@Size(min = 1, max = 6) List<@IntRange(min = -5, max = 5) Integer>> builds,
            @ForAll @DoubleRange(min = 0.02, max = 0.98) double confidence) {
        RiskControl risk = after(builds.stream()
                .map(scores -> scores.stream().mapToDouble(s -> s).toArray())
                .toArray(double[][]::new));
        int n = builds.size();
        double alpha = 1 - confidence;
        double expected = Double.NaN;
        for (int candidate = -5; candidate <= 5; candidate++) {
            int score = candidate;
            boolean seen = builds.stream().anyMatch(scores -> scores.contains(score));
            if (seen && (n * risk.missed(candidate) + 1) / (n + 1) <= alpha + 1e-12) {
                expected = candidate;
            }
        }

        assertThat(risk.threshold(confidence))
                .isEqualTo(Double.isNaN(expected) ? OptionalDouble.empty() : OptionalDouble.of(expected));
    }

    @Property(tries = 100)
    void moreConfidenceNeverRunsLess(@ForAll @Size(min = 30, max = 60) List<@IntRange(max = 20) Integer> scores) {
        RiskControl risk = oneFailureEach(scores.stream().mapToDouble(s -> s).toArray());
        double before = Double.POSITIVE_INFINITY;
        for (double confidence = 0.1; confidence < 0.96; confidence += 0.05) {
            double threshold = risk.threshold(confidence).orElseThrow();
            assertThat(threshold).isLessThanOrEqualTo(before);
            before = threshold;
        }
    }

    @Example
    void onlyTheLatestFailingBuildsCount() {
        RiskControl risk = new RiskControl();
        for (int i = 0; i < 300; i++) {
            risk.observe(new double[] {-100}, new boolean[] {true});
        }
        for (int i = 0; i < 300; i++) {
            risk.observe(new double[] {7}, new boolean[] {true});
        }

        assertThat(risk.builds()).isEqualTo(600);
        assertThat(risk.recent(0.95).builds()).isEqualTo(100);
        assertThat(risk.recent(0.99).builds()).isEqualTo(500);
        assertThat(risk.recent(0.999).builds()).isEqualTo(600);
        assertThat(risk.recent(0.9).missed(6)).isZero();
        assertThat(risk.recent(0.9).threshold(0.9)).hasValue(7);
    }

    @Example
    void whatIsRememberedIsAllThereIsToKnow() {
        RiskControl risk = after(new double[] {1, 3}, new double[] {2, 4});
        RiskControl other = RiskControl.of(risk.failingScores());
        assertThat(other.threshold(0.5)).isEqualTo(risk.threshold(0.5));
        assertThatIllegalArgumentException().isThrownBy(() -> RiskControl.of(List.of(new double[0])));
        assertThatIllegalArgumentException().isThrownBy(() -> RiskControl.of(List.of(new double[] {Double.NaN})));
    }

    /** Without any miss the bound is doubt^(1/n), the share that would show none in n builds with that probability. */
    @Example
    void theBoundOfTheShareKept() {
        assertThat(RiskControl.keptAtLeast(0, 100, 0.1)).isCloseTo(Math.pow(0.1, 0.01), within(1e-9));
        assertThat(RiskControl.keptAtLeast(0.04, 100, 0.1)).isBetween(0.89, 0.96);
        assertThat(RiskControl.keptAtLeast(0.04, 10_000, 0.1)).isBetween(0.95, 0.96);
        assertThat(RiskControl.keptAtLeast(1, 10, 0.1)).isZero();
        assertThat(RiskControl.missedAtLeast(0, 10, 0.1)).isZero();
        assertThat(RiskControl.missedAtLeast(0.5, 30, 0.001)).isBetween(0.1, 0.3);
    }

    /** The guarantee itself: over many histories of exchangeable builds, the next build misses alpha at most on average. */
    @Property(tries = 12, seed = "20")
    void theNextBuildMissesNoMoreThanPromised(
            @ForAll @IntRange(min = 5, max = 30) int alphaPercent,
            @ForAll @IntRange(min = 40, max = 120) int builds,
            @ForAll long seed) {
        double alpha = alphaPercent / 100.0;
        Random random = new Random(seed);
        int histories = 1500;
        double missed = 0;
        for (int h = 0; h < histories; h++) {
            RiskControl risk = new RiskControl();
            for (int b = 0; b < builds; b++) {
                double[] scores = build(random);
                boolean[] failed = new boolean[scores.length];
                Arrays.fill(failed, true);
                risk.observe(scores, failed);
            }
            double threshold = risk.threshold(1 - alpha).orElseThrow();
            double[] next = build(random);
            missed += Arrays.stream(next).filter(s -> s < threshold).count() / (double) next.length;
        }
        double realised = missed / histories;

        // four standard errors of a share over 1500 histories
        double tolerance = 4 * Math.sqrt(alpha * (1 - alpha) / histories);
        assertThat(realised).isLessThanOrEqualTo(alpha + tolerance);
        assertThat(realised).as("not needlessly careful").isCloseTo(alpha, within(tolerance + 2.5 / builds));
    }

    /** Failures of one build resemble each other; builds do not depend on each other. */
    private static double[] build(Random random) {
        double common = random.nextGaussian();
        return random.doubles(1 + random.nextInt(5))
                .map(own -> common + 0.3 * own)
                .toArray();
    }
}
