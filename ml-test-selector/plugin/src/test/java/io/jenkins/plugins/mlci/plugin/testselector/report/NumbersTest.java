package io.jenkins.plugins.mlci.plugin.testselector.report;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NumbersTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "0|0 s",
                "0.0001|1 ms",
                "0.012|12 ms",
                "3.44|3.4 s",
                "12.2|12 s",
                "59.96|1 min",
                "840|14 min",
                "3600|1 h",
                "7500|2 h 5 min",
                "-1|0 s",
                "NaN|unknown"
            })
    void durations(double seconds, String text) {
        assertThat(Numbers.duration(seconds)).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"0|0 %", "1|100 %", "0.0492|4.9 %", "0.97|97 %", "0.0002|below 0.1 %", "NaN|unknown"})
    void percents(double share, String text) {
        assertThat(Numbers.percent(share)).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"0|0 tests", "1|1 test", "4310|4,310 tests"})
    void counts(long number, String text) {
        assertThat(Numbers.of(number, "test")).isEqualTo(text);
    }
}
