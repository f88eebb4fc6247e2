package io.jenkins.plugins.mlci.testselector.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PolicyTest {
    @ParameterizedTest
    @CsvSource({
        "confidence:0.95, 0.95",
        "confidence:95%, 0.95",
        "' Confidence : 95% ', 0.95",
        "CONFIDENCE=0.999, 0.999",
        "confidence:.5, 0.5"
    })
    void readsAConfidence(String text, double share) {
        assertThat(Policy.parse(text)).isEqualTo(new Policy.Confidence(share));
    }

    @ParameterizedTest
    @CsvSource({"fraction:0.3, 0.3", "fraction:30%, 0.3", "fraction = 12.5%, 0.125", "Fraction:1e-3, 0.001"})
    void readsAFraction(String text, double share) {
        assertThat(Policy.parse(text)).isEqualTo(new Policy.Fraction(share));
    }

    @ParameterizedTest
    @CsvSource({
        "time:10m, PT10M",
        "time:90s, PT1M30S",
        "time:90, PT1M30S",
        "time:1h30m, PT1H30M",
        "time=0.5, PT0.5S",
        "TIME: 2H, PT2H"
    })
    void readsATimeBudget(String text, Duration budget) {
        assertThat(Policy.parse(text)).isEqualTo(new Policy.TimeBudget(budget));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "  ", ":", "confidence", "0.95", "speed:3", "confidence 0.95", "\n\u0000"})
    void saysWhatAPolicyLooksLike(String text) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Policy.parse(text))
                .withMessageContaining("confidence:0.95")
                .withMessageContaining("time:10m");
    }

    @ParameterizedTest
    @ValueSource(strings = {"confidence:", "confidence:high", "fraction:%", "fraction:0,3", "fraction:30 per cent"})
    void saysWhatAShareLooksLike(String text) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Policy.parse(text))
                .withMessageContaining("write 0.95 or 95%");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "confidence:0",
                "confidence:1",
                "confidence:100%",
                "fraction:-0.1",
                "fraction:30",
                "fraction:1e999"
            })
    void sharesLieBetween0And1(String text) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Policy.parse(text))
                .withMessageContaining("between 0 and 1");
    }

    @Test
    void notANumberIsNoShare() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Policy.Confidence(Double.NaN));
        assertThatIllegalArgumentException().isThrownBy(() -> new Policy.Fraction(Double.NaN));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"time:", "time:soon", "time:10 minutes", "time:.", "time:1.5h", "time:99999999999999999999s"})
    void saysWhatADurationLooksLike(String text) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Policy.parse(text))
                .withMessageContaining("write 90s, 10m or 1h30m");
    }

    @ParameterizedTest
    @ValueSource(strings = {"time:0", "time:0m", "time:-5m"})
    void timeBudgetsAreLongerThanNothing(String text) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Policy.parse(text))
                .withMessageContaining("longer than 0 seconds");
    }
}
