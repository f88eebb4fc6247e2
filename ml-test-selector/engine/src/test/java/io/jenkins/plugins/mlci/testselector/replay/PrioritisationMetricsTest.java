package io.jenkins.plugins.mlci.testselector.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.assertj.core.data.Offset;

class PrioritisationMetricsTest {
    private static final Offset<Double> EXACT = within(1e-12);
    private static final double[] SECONDS = {1, 2, 3, 4, 10};
    private static final boolean[] FAILED = {false, true, false, true, false};

    private static PrioritisationMetrics of(int... order) {
        return PrioritisationMetrics.of(order, FAILED, SECONDS);
    }

    /** Failures at positions 2 and 4 of 5, which end after 3 and 10 of 20 seconds. */
    @Example
    void figuresOfAnOrderThatFindsAllWithinHalfOfTheTime() {
        PrioritisationMetrics metrics = of(0, 1, 2, 3, 4);

        assertThat(metrics.apfd()).isCloseTo(1 - 6.0 / 10 + 0.1, EXACT);
        assertThat(metrics.apfdc()).isCloseTo((18.0 + 12.0) / 40, EXACT);
        assertThat(metrics.napfd50()).isCloseTo(0.5, EXACT);
        assertThat(metrics.keptTime()).containsExactly(0, 0.5, 0.5, 1);
        assertThat(metrics.keptCount()).containsExactly(0, 0, 0, 0.5);
        assertThat(metrics.foundTime()).containsExactly(0, 1, 1, 1);
    }

    /** Positions 1 and 5: one failure is found within half of the time, the other at the very end. */
    @Example
    void figuresOfAnOrderThatFindsHalfInTime() {
        PrioritisationMetrics metrics = of(1, 0, 2, 4, 3);

        assertThat(metrics.apfd()).isCloseTo(0.5, EXACT);
        assertThat(metrics.apfdc()).isCloseTo((19.0 + 2.0) / 40, EXACT);
        assertThat(metrics.napfd50()).isCloseTo(0.5 - 1.0 / 10 + 0.5 / 10, EXACT);
        assertThat(metrics.keptTime()).containsExactly(0.5, 0.5, 0.5, 0.5);
        assertThat(metrics.keptCount()).containsExactly(0, 0.5, 0.5, 0.5);
        assertThat(metrics.foundTime()).containsExactly(1, 1, 1, 1);
    }

    @Example
    void figuresOfAnOrderThatFindsNothingInTime() {
        PrioritisationMetrics metrics = of(4, 0, 1, 2, 3);

        assertThat(metrics.apfd()).isCloseTo(0.3, EXACT);
        assertThat(metrics.apfdc()).isCloseTo((8.0 + 2.0) / 40, EXACT);
        assertThat(metrics.napfd50()).isZero();
        assertThat(metrics.keptTime()).containsExactly(0, 0, 0, 0);
        assertThat(metrics.foundTime()).containsExactly(0, 0, 0, 0);
    }

    @Example
    void allFiguresStandInOneArray() {
        assertThat(of(1, 0, 2, 4, 3).toArray())
                .usingComparatorWithPrecision(1e-12)
                .containsExactly(0.5, 0.525, 0.45, 0.5, 0.5, 0.5, 0.5, 0, 0.5, 0.5, 0.5, 1, 1, 1, 1);
    }

    @Example
    void withoutAFailureThereIsNothingToJudge() {
        assertThat(PrioritisationMetrics.of(new int[] {1, 0}, new boolean[2], new double[] {1, 2})
                        .toArray())
                .containsOnly(Double.NaN);
        assertThat(PrioritisationMetrics.of(new int[0], new boolean[0], new double[0])
                        .toArray())
                .containsOnly(Double.NaN);
    }

    @Example
    void withoutDurationsOnlyPositionsCount() {
        double[] unknown = {Double.NaN, Double.NaN};
        PrioritisationMetrics metrics =
                PrioritisationMetrics.of(new int[] {1, 0}, new boolean[] {false, true}, unknown);

        assertThat(metrics.apfd()).isCloseTo(0.75, EXACT);
        assertThat(metrics.apfdc()).isNaN();
        assertThat(metrics.napfd50()).isNaN();
        assertThat(metrics.keptTime()).containsOnly(Double.NaN);
        assertThat(metrics.keptCount()).containsExactly(0, 0, 0, 1);
        assertThat(metrics.foundTime()).containsOnly(Double.NaN);
    }

    @Example
    void anUnknownDurationCountsAsNone() {
        PrioritisationMetrics metrics =
                PrioritisationMetrics.of(new int[] {0, 1}, new boolean[] {false, true}, new double[] {Double.NaN, 4});

        assertThat(metrics.apfdc()).isCloseTo(0.5, EXACT);
    }

    @Example
    void budgetsAreACopy() {
        PrioritisationMetrics.budgets()[0] = 7;

        assertThat(PrioritisationMetrics.budgets()).containsExactly(0.1, 0.2, 1.0 / 3, 0.5);
    }

    /** What comes early one way comes late the other way round. */
    @Property(tries = 300)
    void anOrderAndItsReverseMakeUpOne(@ForAll @IntRange(min = 1, max = 40) int tests, @ForAll long seed) {
        Random random = new Random(seed);
        double[] seconds = random.doubles(tests, 0.01, 100).toArray();
        boolean[] failed = new boolean[tests];
        failed[random.nextInt(tests)] = true;
        IntStream.range(0, tests).forEach(row -> failed[row] |= random.nextInt(4) == 0);
        List<Integer> order =
                new java.util.ArrayList<>(IntStream.range(0, tests).boxed().toList());
        Collections.shuffle(order, random);
        PrioritisationMetrics there = PrioritisationMetrics.of(array(order), failed, seconds);
        Collections.reverse(order);
        PrioritisationMetrics back = PrioritisationMetrics.of(array(order), failed, seconds);

        assertThat(there.apfd() + back.apfd()).isCloseTo(1, within(1e-9));
        assertThat(there.apfdc() + back.apfdc()).isCloseTo(1, within(1e-9));
        assertThat(Arrays.stream(there.toArray())).allMatch(value -> value > -1e-9 && value < 1 + 1e-9);
        assertThat(there.keptTime()).isSorted();
        assertThat(there.keptCount()).isSorted();
        assertThat(there.foundTime()).isSorted();
    }

    private static int[] array(List<Integer> order) {
        return order.stream().mapToInt(Integer::intValue).toArray();
    }
}
