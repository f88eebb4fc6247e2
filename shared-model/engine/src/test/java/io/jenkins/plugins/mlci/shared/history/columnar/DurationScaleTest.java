package io.jenkins.plugins.mlci.shared.history.columnar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.data.Percentage.withPercentage;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DurationScaleTest {
    @Property
    void staysWithinTwoPercent(@ForAll @DoubleRange(min = -6, max = 9) double exponent) {
        double seconds = Math.pow(10, exponent);
        assertThat(Math.abs(DurationScale.decode(DurationScale.encode(seconds)) / seconds - 1))
                .isLessThan(0.02);
    }

    @Property
    void keepsTheOrder(@ForAll @DoubleRange(max = 1e6) double one, @ForAll @DoubleRange(max = 1e6) double other) {
        assertThat(Integer.signum(Integer.compare(DurationScale.encode(one), DurationScale.encode(other))))
                .isIn(0, Double.compare(one, other));
    }

    @ParameterizedTest
    @CsvSource({"0, 0", "-0.0, 0", "1e-9, 0", "NaN, NaN", "-1, NaN", "Infinity, NaN", "-Infinity, NaN"})
    void knowsSpecialDurations(double seconds, Double kept) {
        assertThat(DurationScale.decode(DurationScale.encode(seconds))).isEqualTo(kept);
    }

    @Test
    void clipsAtTheMaximum() {
        assertThat(DurationScale.decode(DurationScale.encode(Double.MAX_VALUE)))
                .isCloseTo(DurationScale.MAX_SECONDS, withPercentage(2));
    }

    @Test
    void refusesUnknownCodes() {
        assertThatIllegalArgumentException().isThrownBy(() -> DurationScale.decode(-1));
        assertThatIllegalArgumentException().isThrownBy(() -> DurationScale.decode(DurationScale.CODES));
    }

    @Test
    void encodesEachStepAsItself() {
        for (int code = 0; code < DurationScale.CODES; code++) {
            assertThat(DurationScale.encode(DurationScale.decode(code))).isEqualTo(code);
        }
    }
}
