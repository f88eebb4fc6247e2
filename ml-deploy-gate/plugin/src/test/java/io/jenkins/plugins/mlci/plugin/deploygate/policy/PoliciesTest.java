package io.jenkins.plugins.mlci.plugin.deploygate.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jenkins.plugins.mlci.deploygate.policy.RiskThresholds;
import io.jenkins.plugins.mlci.deploygate.policy.Verdict;
import org.junit.jupiter.api.Test;

class PoliciesTest {
    @Test
    void aThresholdThatIsLeftOutNeverHolds() {
        FixedPolicyConfig policy = new FixedPolicyConfig();
        assertThat(policy.thresholds().verdict(1)).isEqualTo(Verdict.PROCEED);
        policy.setApprove(0.2);
        assertThat(policy.thresholds()).isEqualTo(new RiskThresholds(0.2, 0.2, RiskThresholds.NEVER));
        assertThat(policy.thresholds().verdict(0.99)).isEqualTo(Verdict.APPROVE);
        policy.setCanary(0.1);
        policy.setBlock(0.5);
        assertThat(policy.text()).isEqualTo("fixed(canary: 0.1, approve: 0.2, block: 0.5)");
        assertThat(policy.thresholds().verdict(0.15)).isEqualTo(Verdict.CANARY);
        policy.setBlock(0.15);
        assertThatThrownBy(policy::thresholds).hasMessageContaining("must rise");
    }

    @Test
    void dearFailuresLowerTheThresholds() {
        RiskThresholds dear = new CostPolicyConfig(200, 5).thresholds();
        RiskThresholds cheap = new CostPolicyConfig(10, 5).thresholds();
        assertThat(dear.canary()).isLessThan(cheap.canary());
        assertThat(dear.block()).isLessThan(cheap.block());
        assertThatThrownBy(() -> new CostPolicyConfig(-1, 1).thresholds()).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void freezesAreReadLineByLine() {
        assertThat(Freezes.parse("# holidays\n\nFri 16:00 to 23:59 UTC\nSat-Sun 00:00 to 00:00 UTC\n"))
                .hasSize(2);
        assertThat(Freezes.parse(null)).isEmpty();
        assertThatThrownBy(() -> Freezes.parse("Fri")).hasMessageContaining("is no freeze window");
    }
}
