package io.jenkins.plugins.mlci.plugin.testselector.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jenkins.plugins.mlci.testselector.policy.Policy;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ConfidenceConfigTest {
    @ParameterizedTest
    @ValueSource(doubles = {0.95, 95})
    void aShareMayBeWrittenInPercent(double share) {
        assertThat(new ConfidenceConfig(share).policy()).isEqualTo(new Policy.Confidence(0.95));
    }

    @ParameterizedTest
    @ValueSource(doubles = {1.5, 2, 49})
    void fewPercentAreASlipOfThePen(double share) {
        ConfidenceConfig config = new ConfidenceConfig(share);
        assertThatThrownBy(config::policy)
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("Write a share such as 0.95");
    }
}
