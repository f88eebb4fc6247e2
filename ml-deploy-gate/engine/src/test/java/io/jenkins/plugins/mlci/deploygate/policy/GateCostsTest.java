package io.jenkins.plugins.mlci.deploygate.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.api.Test;

class GateCostsTest {
    @Test
    void twoNumbersAreEnough() {
        RiskThresholds thresholds = GateCosts.of(10, 1).thresholds();
        assertThat(thresholds.canary()).isCloseTo(0.02, within(1e-9));
        assertThat(thresholds.approve()).isBetween(0.1, 0.13);
        assertThat(thresholds.block()).isBetween(0.2, 0.25);
        assertThat(GateCosts.of(1000, 1).thresholds().block()).isLessThan(0.01);
        assertThat(GateCosts.of(1, 100).thresholds().verdict(1)).isEqualTo(Verdict.PROCEED);
    }

    @Property
    void theVerdictIsTheCheapestChoice(
            @ForAll @DoubleRange(min = 0.5, max = 1000) double failure,
            @ForAll @DoubleRange(min = 0.1, max = 100) double delay,
            @ForAll @DoubleRange(min = 0, max = 1) double probability) {
        GateCosts costs = GateCosts.of(failure, delay);
        Verdict verdict = costs.thresholds().verdict(probability);
        for (Verdict other : Verdict.values()) {
            assertThat(costs.expected(verdict, probability))
                    .isLessThanOrEqualTo(costs.expected(other, probability) + 1e-9 * (failure + delay));
        }
    }

    @Test
    void refusesCostsThatDoNotRise() {
        assertThatIllegalArgumentException().isThrownBy(() -> GateCosts.of(0, 1));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> GateCosts.of(-1, 1))
                .withMessage("A failure must cost more than 0 and a delay 0 or more, not -1.0 and 1.0.");
        assertThatIllegalArgumentException().isThrownBy(() -> GateCosts.of(10, -1));
        assertThatIllegalArgumentException().isThrownBy(() -> new GateCosts(10, 5, 0.5, 3, 0.7, 4));
        assertThatIllegalArgumentException().isThrownBy(() -> new GateCosts(10, 1, 0.8, 3, 0.7, 4));
        assertThatIllegalArgumentException().isThrownBy(() -> new RiskThresholds(0.5, 0.4, 0.9));
    }
}
