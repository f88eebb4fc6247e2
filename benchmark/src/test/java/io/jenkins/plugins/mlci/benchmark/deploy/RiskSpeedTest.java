package io.jenkins.plugins.mlci.benchmark.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class RiskSpeedTest {
    @Test
    void measuresASmallHistory() {
        RiskSpeed speed = RiskSpeed.measure(600);
        assertThat(speed.failures()).isBetween(2, 60);
        assertThat(speed.trainSeconds()).isPositive();
        assertThat(speed.assessMillisMedian()).isPositive().isLessThanOrEqualTo(speed.assessMillisWorst());
    }
}
