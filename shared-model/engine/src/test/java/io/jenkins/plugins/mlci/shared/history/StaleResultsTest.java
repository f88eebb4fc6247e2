package io.jenkins.plugins.mlci.shared.history;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.mlci.shared.history.StaleResults.Finding;
import io.jenkins.plugins.mlci.shared.history.StaleResults.Verdict;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class StaleResultsTest {
    private static final Instant START = Instant.parse("2026-11-23T06:10:00Z");

    @Test
    void repeatedDurationsAreLeftOver() {
        List<TestOutcome> results = measured(1, 30);

        Finding finding = StaleResults.compare(results, List.copyOf(results));

        assertThat(finding.verdict()).isEqualTo(Verdict.STALE);
        assertThat(finding.isStale()).isTrue();
        assertThat(finding.identicalShare()).isEqualTo(1);
        assertThat(finding.sentence()).startsWith("30 of 30 measured tests repeat outcome and duration");
    }

    @Test
    void newDurationsAreTheBuildsOwn() {
        Finding finding = StaleResults.compare(measured(1, 30), measured(2, 30));

        assertThat(finding.verdict()).isEqualTo(Verdict.FRESH);
        assertThat(finding.sentence()).contains("30 measured tests have a new outcome or duration");
    }

    @Test
    void anotherOutcomeIsAnotherRunEvenInTheSameTime() {
        List<TestOutcome> before = measured(1, 4);
        List<TestOutcome> failed = before.stream()
                .map(t -> new TestOutcome(t.test(), Outcome.FAILED, t.seconds()))
                .toList();

        assertThat(StaleResults.compare(failed, before).verdict()).isEqualTo(Verdict.FRESH);
    }

    @Test
    void fewShortTestsProveNothing() {
        List<TestOutcome> short3 = List.of(passed("A", 0.001), passed("B", 0.002), passed("C", 0.001));

        Finding finding = StaleResults.compare(short3, short3);

        assertThat(finding.verdict()).isEqualTo(Verdict.UNKNOWN);
        assertThat(finding.sentence()).contains("coincidence");
    }

    @Test
    void fewLongTestsProveMuch() {
        List<TestOutcome> long3 = List.of(passed("A", 12.345), passed("B", 3.217), passed("C", 0.981));

        assertThat(StaleResults.compare(long3, long3).verdict()).isEqualTo(Verdict.STALE);
    }

    @Test
    void aFreshModuleAmongLeftOverOnesIsTheBuildsOwn() {
        List<TestOutcome> before = measured(1, 30);
        List<TestOutcome> current = new ArrayList<>(before.subList(0, 20));
        current.addAll(measured(2, 30).subList(20, 30));

        Finding finding = StaleResults.compare(current, before);

        assertThat(finding.verdict()).isEqualTo(Verdict.FRESH);
        assertThat(finding.identicalShare()).isBetween(0.6, 0.8);
    }

    @Test
    void newTestsSpeakAgainstIt() {
        List<TestOutcome> before = measured(1, 10);
        List<TestOutcome> current = new ArrayList<>(before);
        current.add(passed("New", 0.5));

        assertThat(StaleResults.compare(current, before).verdict()).isEqualTo(Verdict.FRESH);
    }

    @Test
    void resultsWithoutDurationsCannotBeCompared() {
        List<TestOutcome> unmeasured = List.of(passed("A", 0), passed("B", Double.NaN));

        Finding finding = StaleResults.compare(unmeasured, unmeasured);

        assertThat(finding.verdict()).isEqualTo(Verdict.UNKNOWN);
        assertThat(finding.identicalShare()).isNaN();
    }

    @Test
    void nothingToCompareIsUnknown() {
        assertThat(StaleResults.compare(List.of(), measured(1, 3)).verdict()).isEqualTo(Verdict.UNKNOWN);
        assertThat(StaleResults.compare(measured(1, 3), List.of()).verdict()).isEqualTo(Verdict.UNKNOWN);
    }

    @Test
    void reportsOlderThanTheBuildAreLeftOver() {
        Finding finding = StaleResults.compare(
                measured(1, 3), List.of(), Optional.of(START), Optional.of(START.minusSeconds(60)));

        assertThat(finding.verdict()).isEqualTo(Verdict.STALE);
        assertThat(finding.sentence()).contains("before the build started at 2026-11-23T06:10:00Z");
    }

    @Test
    void clocksMayDifferByASecond() {
        Finding finding = StaleResults.compare(
                measured(2, 30), measured(1, 30), Optional.of(START), Optional.of(START.minusSeconds(1)));

        assertThat(finding.verdict()).isEqualTo(Verdict.FRESH);
    }

    @Test
    void copiedReportsWithNewFileTimesAreStillRecognised() {
        List<TestOutcome> results = measured(1, 30);

        Finding finding =
                StaleResults.compare(results, results, Optional.of(START), Optional.of(START.plusSeconds(20)));

        assertThat(finding.verdict()).isEqualTo(Verdict.STALE);
    }

    @Test
    void casesOfOneNameAreComparedTogether() {
        List<TestOutcome> twice = List.of(passed("A", 10.111), passed("A", 20.222), passed("B", 4.444));
        List<TestOutcome> turned = List.of(passed("A", 20.222), passed("B", 4.444), passed("A", 10.111));

        assertThat(StaleResults.compare(twice, turned).verdict()).isEqualTo(Verdict.STALE);
    }

    @Property(tries = 200)
    void theOrderOfTheResultsDoesNotMatter(@ForAll @IntRange(min = 1, max = 60) int count, @ForAll int seed) {
        List<TestOutcome> before = measured(seed, count);
        List<TestOutcome> shuffled = new ArrayList<>(before);
        Collections.shuffle(shuffled, new Random(seed));

        assertThat(StaleResults.compare(shuffled, before).verdict())
                .isEqualTo(StaleResults.compare(before, before).verdict())
                .isNotEqualTo(Verdict.FRESH);
    }

    private static List<TestOutcome> measured(int seed, int count) {
        Random random = new Random(seed);
        List<TestOutcome> outcomes = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            outcomes.add(passed("Class" + i, Math.round(100 + 900 * random.nextDouble()) / 1000.0));
        }
        return outcomes;
    }

    private static TestOutcome passed(String className, double seconds) {
        return new TestOutcome(TestId.ofClass(className), Outcome.PASSED, seconds);
    }
}
