package io.jenkins.plugins.mlci.deploygate.feature;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.jenkins.plugins.mlci.deploygate.Deployments;
import io.jenkins.plugins.mlci.deploygate.Deployments.Sample;
import io.jenkins.plugins.mlci.deploygate.change.BuildSignals;
import io.jenkins.plugins.mlci.deploygate.change.DeployedChange;
import io.jenkins.plugins.mlci.deploygate.change.DeploymentFacts;
import io.jenkins.plugins.mlci.deploygate.change.KnownOutcome;
import io.jenkins.plugins.mlci.shared.feature.PeekingCheck;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;

class DeploymentMemoryTest {
    /** The features of a step, from outcomes that were known before it. */
    private static List<Double> features(List<Sample> history, int step) {
        DeploymentMemory memory = new DeploymentMemory();
        PriorityQueue<Sample> waiting = new PriorityQueue<>(Comparator.comparing(Sample::known));
        for (int i = 0; i < step; i++) {
            memory.started(history.get(i).facts());
            waiting.add(history.get(i));
            tell(memory, waiting, history.get(i + 1).facts());
        }
        return Arrays.stream(memory.row(history.get(step).facts()).values())
                .boxed()
                .toList();
    }

    private static void tell(DeploymentMemory memory, PriorityQueue<Sample> waiting, DeploymentFacts next) {
        while (!waiting.isEmpty() && !waiting.peek().known().isAfter(next.started())) {
            memory.known(waiting.poll().outcome());
        }
    }

    @Property(tries = 10)
    void noFeatureLooksAtTheFuture(@ForAll @LongRange(min = 1, max = 1000) long seed) {
        List<Sample> history = Deployments.history(25, -1, seed);
        new PeekingCheck<>(
                        DeploymentMemoryTest::features,
                        (sample, index) -> new Sample(sample.facts(), !sample.failed(), sample.known(), sample.truth()))
                .check(history);
    }

    @Property(tries = 20)
    void anOutcomeCountsOnlyOnceItIsKnown(@ForAll @IntRange(min = 1, max = 40) int hours) {
        DeploymentMemory memory = new DeploymentMemory();
        DeploymentFacts first = Deployments.facts(0, "enable network", 10);
        memory.started(first);
        DeploymentFacts second = Deployments.facts(20, "enable network again", 10);
        RiskRow before = memory.row(second);
        memory.known(new KnownOutcome(first.id(), true, first.started().plus(Duration.ofHours(hours))));
        RiskRow after = memory.row(second);
        assertThat(before.get(RiskFeature.FAILURE_HOURS)).isNaN();
        assertThat(after.get(RiskFeature.FAILURE_HOURS)).isCloseTo(Math.log1p(80 - hours), within(1e-9));
        assertThat(after.get(RiskFeature.WORD_RISK)).isGreaterThan(before.get(RiskFeature.WORD_RISK));
        assertThat(after.get(RiskFeature.RATE_30D)).isGreaterThan(before.get(RiskFeature.RATE_30D));
        assertThat(after.get(RiskFeature.SUBSYSTEM_RATE_1Y)).isGreaterThan(before.get(RiskFeature.SUBSYSTEM_RATE_1Y));
        assertThat(after.get(RiskFeature.ROLLED_BACK_TITLE)).isGreaterThan(0.3);
        assertThat(memory.known(new KnownOutcome(first.id(), false, second.started())))
                .as("a second outcome")
                .isFalse();
    }

    @Test
    void countsFilesItselfWhereNobodyElseDid() {
        DeploymentMemory memory = new DeploymentMemory();
        DeploymentFacts bad = Deployments.facts(0, "one", 10);
        memory.started(bad);
        memory.known(new KnownOutcome(bad.id(), true, bad.started()));
        RiskRow sameFile = memory.row(Deployments.facts(7, "two", 10));
        RiskRow otherFile = memory.row(Deployments.facts(8, "two", 10));
        assertThat(sameFile.get(RiskFeature.FILE_ROLLBACKS)).isCloseTo(Math.log(2), within(1e-9));
        assertThat(RiskFeature.FILE_ROLLBACKS.meaning())
                .as("it need not have been rolled back")
                .startsWith("failed or rolled back");
        assertThat(otherFile.get(RiskFeature.FILE_ROLLBACKS)).isZero();
        assertThat(sameFile.get(RiskFeature.FILE_RATE)).isGreaterThan(otherFile.get(RiskFeature.FILE_RATE));
    }

    @Test
    void seesARevertAsARollbackOfWhatItNames() {
        DeploymentMemory memory = new DeploymentMemory();
        memory.started(Deployments.facts(0, "Enable the new network policy", 10));
        memory.started(Deployments.facts(1, "Revert \"Enable the new network policy\"", 10));
        RiskRow again = memory.row(Deployments.facts(2, "Enable the new network policy", 10));
        assertThat(again.get(RiskFeature.ROLLBACKS_7D)).isCloseTo(Math.log(2), within(1e-9));
        assertThat(again.get(RiskFeature.ROLLBACK_HOURS)).isCloseTo(Math.log(5), within(1e-9));
        assertThat(again.get(RiskFeature.ROLLED_BACK_TITLE)).isCloseTo(1, within(1e-6));
    }

    @Test
    void isMissingWhereNothingIsKnown() {
        DeploymentFacts unknown = new DeploymentFacts(
                "x", "job", "prod", Deployments.START, DeployedChange.UNKNOWN, BuildSignals.UNKNOWN);
        RiskRow row = new DeploymentMemory().row(unknown);
        for (RiskFeature feature : List.of(
                RiskFeature.ADDED,
                RiskFeature.AGE,
                RiskFeature.AUTHOR_RATE_1Y,
                RiskFeature.WORD_RISK,
                RiskFeature.LEAD,
                RiskFeature.TESTS_SKIPPED,
                RiskFeature.PREVIOUS_HOURS)) {
            assertThat(row.get(feature)).as(feature.key()).isNaN();
        }
        assertThat(Arrays.stream(row.values()).noneMatch(Double::isInfinite)).isTrue();
        assertThat(row.words()).isEmpty();
    }

    @Test
    void featuresHaveNamesUnitsAndMeanings() {
        List<String> keys = new ArrayList<>();
        RiskFeature.schema().features().forEach(feature -> {
            keys.add(feature.name());
            assertThat(feature.meaning()).isNotBlank();
            assertThat(feature.unit()).isNotBlank();
        });
        assertThat(keys).doesNotHaveDuplicates().hasSize(RiskFeature.values().length);
    }

    @Property
    void ratesStayBetweenWhatWasSeenAndWhatWasExpected(
            @ForAll List<Boolean> outcomes, @ForAll @IntRange(min = 0, max = 10_000) int later) {
        DecayedRate rate = new DecayedRate();
        for (int i = 0; i < outcomes.size(); i++) {
            rate.add(i, 72, outcomes.get(i));
        }
        assertThat(rate.rate(outcomes.size() + later, 72, 0.1, 20))
                .isGreaterThan(0)
                .isLessThanOrEqualTo(1);
        assertThat(rate.rate(1e9, 72, 0.1, 20)).isCloseTo(0.1, within(1e-9));
    }
}
