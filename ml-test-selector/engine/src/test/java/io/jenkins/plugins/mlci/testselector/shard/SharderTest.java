package io.jenkins.plugins.mlci.testselector.shard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.jenkins.plugins.mlci.shared.history.TestId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

class SharderTest {
    private static Map<TestId, Double> tests(List<Double> seconds) {
        Map<TestId, Double> tests = new HashMap<>();
        for (int i = 0; i < seconds.size(); i++) {
            tests.put(new TestId("", "pkg.Class" + i / 3, "m" + i), seconds.get(i));
        }
        return tests;
    }

    private static ShardPlan split(Map<TestId, Double> tests, int parts) {
        return Sharder.split(tests.keySet(), tests::get, parts, false);
    }

    @Property(tries = 300)
    void everyTestIsInExactlyOnePart(
            @ForAll @Size(max = 60) List<@DoubleRange(min = -1, max = 100) Double> seconds,
            @ForAll @IntRange(min = 1, max = 12) int parts,
            @ForAll boolean keepClasses) {
        Map<TestId, Double> tests = tests(seconds);
        ShardPlan plan = Sharder.split(tests.keySet(), tests::get, parts, keepClasses);

        assertThat(plan.shards()).hasSize(parts);
        assertThat(plan.shards().stream().flatMap(shard -> shard.tests().stream()))
                .containsExactlyInAnyOrderElementsOf(tests.keySet());
        assertThat(plan.shards()).extracting(Shard::index).isSorted();
        if (keepClasses) {
            assertThat(plan.shards().stream().flatMap(shard -> shard.tests().stream()
                            .map(TestId::className)
                            .distinct()))
                    .doesNotHaveDuplicates();
        }
    }

    /** The best longest part is at least the mean, the longest item, and the items that must share a part (Graham 1969). */
    @Property(tries = 300)
    void theLongestPartKeepsGrahamsBound(
            @ForAll @Size(min = 1, max = 10) List<@IntRange(min = 1, max = 50) Integer> seconds,
            @ForAll @IntRange(min = 1, max = 4) int parts) {
        Map<TestId, Double> tests =
                tests(seconds.stream().map(Integer::doubleValue).toList());

        double best = best(seconds, 0, new int[parts], Integer.MAX_VALUE);

        double longest = split(tests, parts).seconds();
        assertThat(longest).isGreaterThanOrEqualTo(best - 1e-9);
        assertThat(longest).isLessThanOrEqualTo(best * (4.0 / 3 - 1.0 / (3 * parts)) + 1e-9);
    }

    /** Exact by trying everything. */
    private static int best(List<Integer> seconds, int next, int[] loads, int known) {
        int longest = 0;
        for (int load : loads) {
            longest = Math.max(longest, load);
        }
        if (longest >= known || next == seconds.size()) {
            return Math.min(longest, known);
        }
        int best = known;
        for (int i = 0; i < loads.length; i++) {
            loads[i] += seconds.get(next);
            best = Math.min(best, best(seconds, next + 1, loads, best));
            loads[i] -= seconds.get(next);
            if (loads[i] == 0) {
                break;
            }
        }
        return best;
    }

    @Example
    void exchangingImprovesWhatLongestFirstLeaves() {
        // Longest first gives 3+2+2 and 3+2, sums 7 and 5; nothing better exists but 6 and 6.
        assertThat(split(tests(List.of(3.0, 3.0, 2.0, 2.0, 2.0)), 2).seconds()).isEqualTo(6);
        assertThat(split(tests(List.of(5.0, 5.0, 4.0, 4.0, 3.0, 3.0, 3.0)), 3).seconds())
                .isLessThanOrEqualTo(11);
    }

    @Property(tries = 100)
    void theOrderOfTheTestsDoesNotMatter(
            @ForAll @Size(max = 40) List<@DoubleRange(min = 0, max = 9) Double> seconds, @ForAll long seed) {
        Map<TestId, Double> tests = tests(seconds);
        List<TestId> shuffled = new ArrayList<>(tests.keySet());
        Collections.shuffle(shuffled, new Random(seed));

        assertThat(Sharder.split(shuffled, tests::get, 3, false)).isEqualTo(split(tests, 3));
    }

    @Example
    void unknownDurationsCountWithTheMedian() {
        List<Double> seconds = List.of(1.0, 3.0, 8.0, Double.NaN, -1.0, Double.POSITIVE_INFINITY);

        assertThat(split(tests(seconds), 1).seconds()).isCloseTo(12 + 3 * 3, within(1e-9));
        assertThat(split(tests(List.of(Double.NaN, Double.NaN)), 2).seconds()).isEqualTo(1);
        assertThat(split(tests(List.of(2.0, 4.0, Double.NaN)), 1).seconds()).isEqualTo(9);
    }

    @Example
    void morePartsThanTestsLeaveEmptyPartsAtTheEnd() {
        ShardPlan plan = split(tests(List.of(1.0, 0.0)), 4);

        assertThat(plan.shards()).extracting(Shard::empty).containsExactly(false, false, true, true);
        assertThat(split(tests(List.of()), 2).shards()).allMatch(Shard::empty);
    }

    @Example
    void aTestNamedTwiceRunsOnce() {
        TestId test = TestId.ofClass("pkg.ATest");

        assertThat(Sharder.split(List.of(test, test), id -> 1, 2, true)
                        .shards()
                        .get(0)
                        .tests())
                .containsExactly(test);
    }

    @Example
    void aNumberOfPartsThatMakesNoSenseIsRefused() {
        assertThatThrownBy(() -> split(Map.of(), 0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("not into 0");
        assertThatThrownBy(() -> split(Map.of(), 10_001)).isInstanceOf(IllegalArgumentException.class);
    }

    @Example
    void tensOfThousandsOfTestsSplitEvenly() {
        Random random = new Random(7);
        Map<TestId, Double> tests = tests(random.doubles(50_000, 0, 10).boxed().toList());
        double mean = tests.values().stream().mapToDouble(Double::doubleValue).sum() / 16;

        assertThat(split(tests, 16).seconds()).isLessThan(mean * 1.001);
    }
}
