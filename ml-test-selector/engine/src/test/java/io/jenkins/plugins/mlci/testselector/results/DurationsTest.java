package io.jenkins.plugins.mlci.testselector.results;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DurationsTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "0.012|0.012",
                "0.|0",
                "12|12",
                "1,234.5|1234.5",
                "1,234,567.891|1234567.891",
                "1.234,5|1234.5",
                "0,5|0.5",
                "0,123|0.123",
                "12,34|12.34",
                "1.234.567|1234567",
                "1 234,5|1234.5",
                "1'234.5|1234.5",
                "1e-3|0.001",
                "1.5E2|150",
                "250ms|0.25",
                "2.5 s|2.5"
            })
    void readsWhatRunnersWrite(String text, double seconds) {
        assertThat(Durations.seconds(text, false)).isEqualTo(seconds);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"1,234|1234", "12,345|12345", "0,123|0.123", "1,23|1.23", "0.5|0.5"})
    void surefireGroupsThousands(String text, double seconds) {
        assertThat(Durations.seconds(text, true)).isEqualTo(seconds);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "NaN",
                "-0.1",
                "-1",
                "Infinity",
                "abc",
                "0x1p3",
                ".",
                ",",
                "1e999",
                "99999999999",
                "1e",
                "1..2,3,4x"
            })
    void anythingElseIsUnknown(String text) {
        assertThat(Durations.seconds(text, false)).isNaN();
    }

    @Property
    void neverThrowsAndNeverIsNegative(@ForAll String text, @ForAll boolean englishGroups) {
        double seconds = Durations.seconds(text, englishGroups);

        assertThat(Double.isNaN(seconds) || (seconds >= 0 && seconds < 4e7)).isTrue();
    }
}
