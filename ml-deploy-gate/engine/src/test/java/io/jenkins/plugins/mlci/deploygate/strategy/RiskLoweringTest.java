package io.jenkins.plugins.mlci.deploygate.strategy;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.mlci.deploygate.Facts;
import io.jenkins.plugins.mlci.deploygate.change.BuildSignals;
import io.jenkins.plugins.mlci.deploygate.change.DeploymentFacts;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.junit.jupiter.api.Test;

class RiskLoweringTest {
    private static final double NAN = Double.NaN;
    private static final Instant FRIDAY_EVENING = Instant.parse("2026-11-27T17:40:00Z");
    private static final Instant TUESDAY_MORNING = Instant.parse("2026-11-24T10:00:00Z");

    /** A tenth for each hundred lines, twice in the evening. */
    private final ToDoubleFunction<DeploymentFacts> risk = facts -> {
        int hour = facts.started().atZone(ZoneOffset.UTC).getHour();
        return 0.1 * facts.change().size().added() / 100 * (hour >= 16 ? 2 : 1);
    };

    @Test
    void advisesWorkingHoursAndSmallerChanges() {
        DeploymentFacts facts = Facts.of("d1", FRIDAY_EVENING, "Change all", 100, "a/x.java", "b/y.java");
        List<Advice> advice = new RiskLowering(ZoneOffset.UTC).of(facts, risk);
        assertThat(advice).hasSize(2);
        assertThat(advice.get(0).action()).contains("working hours", "2026-11-30T10:00");
        assertThat(advice.get(0).because()).isEqualTo("It is Friday 17:40; the risk would fall from 40.0 % to 20.0 %.");
        assertThat(advice.get(1).action()).contains("Split");
        assertThat(advice.get(1).because()).contains("200 lines in 2 files");
    }

    @Test
    void saysNothingThatDoesNotHelp() {
        DeploymentFacts facts = Facts.of("d1", TUESDAY_MORNING, "Change little", 10, "a/x.java");
        assertThat(new RiskLowering(ZoneOffset.UTC).of(facts, risk)).isEmpty();
        DeploymentFacts large = Facts.of("d1", FRIDAY_EVENING, "Change all", 100, "a/x.java", "b/y.java");
        assertThat(new RiskLowering(ZoneOffset.UTC).of(large, any -> 0.1)).isEmpty();
        assertThat(new RiskLowering(ZoneOffset.UTC).of(large, f -> f == large ? 0.004 : 0.003))
                .isEmpty();
    }

    @Test
    void theClockIsThatOfThePlace() {
        DeploymentFacts facts = Facts.of("d1", Instant.parse("2026-11-24T08:00:00Z"), "x", 10, "a");
        assertThat(new RiskLowering(ZoneId.of("America/New_York")).of(facts, f -> f == facts ? 0.2 : 0.1))
                .singleElement()
                .extracting(Advice::action)
                .asString()
                .contains("2026-11-24T10:00");
    }

    @Test
    void testsThatDidNotRunShouldRun() {
        BuildSignals skipped = new BuildSignals(100, 0, 30, 0.1, NAN, NAN, NAN);
        DeploymentFacts facts = Facts.with(skipped, "d1", TUESDAY_MORNING, "x", 10, "a");
        List<Advice> advice =
                new RiskLowering(ZoneOffset.UTC).of(facts, f -> f.build().skippedTests() > 0 ? 0.1 : 0.08);
        assertThat(advice).singleElement().satisfies(each -> {
            assertThat(each.action()).contains("skipped tests");
            assertThat(each.because()).contains("30 tests", "from 10.0 % to 8.0 %");
        });
    }
}
