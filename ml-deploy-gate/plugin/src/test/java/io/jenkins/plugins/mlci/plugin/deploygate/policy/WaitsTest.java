package io.jenkins.plugins.mlci.plugin.deploygate.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WaitsTest {
    @Test
    void timesAreReadAsPeopleWriteThem() {
        assertThat(Waits.parse("90s")).isEqualTo(Duration.ofSeconds(90));
        assertThat(Waits.parse(" 30 M ")).isEqualTo(Duration.ofMinutes(30));
        assertThat(Waits.parse("12h")).isEqualTo(Duration.ofHours(12));
        assertThat(Waits.parse("2d")).isEqualTo(Duration.ofDays(2));
        assertThat(Waits.parse("")).isZero();
        assertThat(Waits.parse(null)).isZero();
        assertThat(Waits.parse("0")).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"soon", "-5m", "1.5h", "9999999d", "400d", "10"})
    void whatIsNoneIsRefused(String text) {
        assertThatThrownBy(() -> Waits.parse(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("'" + text + "'");
    }
}
