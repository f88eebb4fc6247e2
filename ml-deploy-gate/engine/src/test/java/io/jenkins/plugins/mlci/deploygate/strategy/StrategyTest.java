package io.jenkins.plugins.mlci.deploygate.strategy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.jenkins.plugins.mlci.deploygate.policy.Verdict;
import io.jenkins.plugins.mlci.deploygate.risk.RiskEstimate;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class StrategyTest {
    private static RiskEstimate risk(double probability) {
        return new RiskEstimate(
                probability,
                probability / 2,
                Math.min(1, probability * 2),
                0.9,
                0.02,
                List.of(),
                100,
                5,
                RiskEstimate.Source.MIXED);
    }

    private static EnvironmentState state(Duration... seen) {
        return new EnvironmentState(List.of(), 0, Optional.empty(), Optional.empty(), DetectionTimes.of(List.of(seen)));
    }

    @Test
    void withoutFailuresThePriorSpeaks() {
        DetectionTimes none = new DetectionTimes(List.of());
        assertThat(none.within(0.5)).isEqualTo(Duration.ofHours(1));
        assertThat(none.within(0.75)).isBetween(Duration.ofHours(3), Duration.ofHours(4));
        assertThatIllegalArgumentException().isThrownBy(() -> none.within(1));
    }

    @Test
    void manyFailuresOutweighThePriorAndOneDoesNot() {
        DetectionTimes many = DetectionTimes.of(Collections.nCopies(200, Duration.ofMinutes(10)));
        assertThat(many.within(0.5)).isBetween(Duration.ofMinutes(10), Duration.ofMinutes(11));
        DetectionTimes one = DetectionTimes.of(List.of(Duration.ofDays(7)));
        assertThat(one.within(0.5)).isLessThan(Duration.ofHours(4));
    }

    @Property
    void quantilesRise(@ForAll @Size(max = 30) List<@IntRange(min = 0, max = 100_000) Integer> minutes) {
        DetectionTimes times =
                DetectionTimes.of(minutes.stream().map(Duration::ofMinutes).toList());
        Duration before = Duration.ZERO;
        for (double share = 0.05; share < 1; share += 0.1) {
            Duration within = times.within(share);
            assertThat(within).isGreaterThanOrEqualTo(before);
            before = within;
        }
        Duration median = times.within(0.5);
        assertThat(times.knownAfter(median)).isBetween(0.49, 1.0);
    }

    @Test
    void theSoakFollowsWhatWasSeen() {
        Duration[] quick = Collections.nCopies(50, Duration.ofMinutes(20)).toArray(Duration[]::new);
        Strategy strategy = StrategyAdvisor.DEFAULT.advise(Verdict.CANARY, risk(0.1), state(quick));
        assertThat(strategy).isInstanceOfSatisfying(Strategy.Canary.class, canary -> {
            assertThat(canary.share()).isEqualTo(0.1);
            assertThat(canary.soak()).isBetween(Duration.ofMinutes(20), Duration.ofMinutes(25));
            assertThat(canary.because()).contains("50 seen here");
            assertThat(canary.text()).isEqualTo("canary, 10 % for 22 min");
        });
        Strategy risky = StrategyAdvisor.DEFAULT.advise(Verdict.APPROVE, risk(0.4), state());
        assertThat(((Strategy.Canary) risky).share()).isLessThan(0.05);
        assertThat(risky.because()).contains("as usual elsewhere");
    }

    @Test
    void theLineStops() {
        assertThat(StrategyAdvisor.DEFAULT.advise(Verdict.PROCEED, risk(0.001), broken(0, "INC-1")))
                .isInstanceOf(Strategy.Wait.class)
                .extracting(Strategy::because)
                .isEqualTo("Stop the line: incident INC-1 is open in this environment. What repairs that may pass.");
        EnvironmentState unverified = new EnvironmentState(
                List.of(), 0, Optional.of("d7"), Optional.of(Duration.ofMinutes(5)), new DetectionTimes(List.of()));
        assertThat(StrategyAdvisor.DEFAULT
                        .advise(Verdict.PROCEED, risk(0.001), unverified)
                        .because())
                .contains("d7", "5 min");
        assertThat(StrategyAdvisor.DEFAULT
                        .advise(Verdict.BLOCK, risk(0.9), state())
                        .text())
                .isEqualTo("wait");
    }

    @Test
    void openIncidentsReadWellHoweverManyMayBeNamed() {
        assertThat(broken(0).stopped()).isEmpty();
        assertThat(broken(0, "A", "B").stopped()).contains("incidents A and B are open");
        assertThat(broken(0, "A", "B", "C").stopped()).contains("incidents A, B and C are open");
        assertThat(broken(1, "A").stopped()).contains("incidents A and 1 other are open");
        assertThat(broken(2, "A", "B").stopped()).contains("incidents A, B and 2 others are open");
        assertThat(broken(1).stopped()).contains("1 incident is open");
        assertThat(broken(3).stopped()).contains("3 incidents are open");
    }

    @Test
    void aDeploymentThatMayNotBeNamedIsNot() {
        EnvironmentState unnamed = new EnvironmentState(
                List.of(), 0, Optional.of(""), Optional.of(Duration.ofMinutes(5)), new DetectionTimes(List.of()));
        assertThat(StrategyAdvisor.DEFAULT
                        .advise(Verdict.PROCEED, risk(0.001), unnamed)
                        .because())
                .startsWith("The last deployment, of another job, started 5 min ago");
    }

    private static EnvironmentState broken(int others, String... named) {
        return new EnvironmentState(
                List.of(named), others, Optional.empty(), Optional.empty(), new DetectionTimes(List.of()));
    }

    @Test
    void aLowRiskGoesAllAtOnceUnlessNothingIsKnown() {
        assertThat(StrategyAdvisor.DEFAULT.advise(Verdict.PROCEED, risk(0.001), state()))
                .isInstanceOf(Strategy.AllAtOnce.class);
        RiskEstimate unknown =
                new RiskEstimate(0.01, 0.001, 0.2, 0.9, 0.02, List.of(), 0, 0, RiskEstimate.Source.PRIOR);
        assertThat(StrategyAdvisor.DEFAULT.advise(Verdict.PROCEED, unknown, state()))
                .isInstanceOfSatisfying(Strategy.Rolling.class, rolling -> assertThat(rolling.text())
                        .isEqualTo("rolling in 4 steps, 15 min apart"));
    }

    @Test
    void timesReadWell() {
        assertThat(Durations.text(Duration.ofSeconds(10))).isEqualTo("1 min");
        assertThat(Durations.text(Duration.ofMinutes(119))).isEqualTo("119 min");
        assertThat(Durations.text(Duration.ofHours(3))).isEqualTo("3 h");
        assertThat(Durations.text(Duration.ofDays(3))).isEqualTo("3 days");
    }
}
