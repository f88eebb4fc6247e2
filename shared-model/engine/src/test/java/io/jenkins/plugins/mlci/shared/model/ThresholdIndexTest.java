package io.jenkins.plugins.mlci.shared.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class ThresholdIndexTest {
    @Property
    void agreesWithCounting(@ForAll @Size(max = 300) double[] some, @ForAll @Size(max = 100) double[] values) {
        double[] thresholds = finite(some);
        double[] asked = Arrays.copyOf(finite(values), values.length + thresholds.length);
        System.arraycopy(thresholds, 0, asked, asked.length - thresholds.length, thresholds.length);
        assertAgreement(thresholds, asked);
    }

    @Property
    void agreesOnNumbersThatLieCloseTogether(
            @ForAll @Size(max = 300) byte[] some, @ForAll @Size(max = 100) byte[] values) {
        assertAgreement(sorted(some, 1.0 / 3), sorted(values, 1.0 / 3));
        assertAgreement(sorted(some, Double.MIN_VALUE), sorted(values, Double.MIN_VALUE));
    }

    @Test
    void bearsTheExtremes() {
        double[] extremes = {-Double.MAX_VALUE, -1, -Double.MIN_VALUE, 0, Double.MIN_VALUE, 1, Double.MAX_VALUE};
        assertAgreement(extremes, extremes);
        assertAgreement(new double[] {7}, extremes);
        assertAgreement(new double[0], extremes);
        assertAgreement(new double[] {0}, new double[] {-0.0, 0.0});
        assertAgreement(new double[] {-Double.MAX_VALUE, Double.MAX_VALUE}, extremes);
    }

    /** Many thresholds in one cell, one far away. */
    @Test
    void bearsSkewedThresholds() {
        double[] thresholds = new double[255];
        for (int i = 0; i < 254; i++) {
            thresholds[i] = i * 1e-9;
        }
        thresholds[254] = 1e12;
        double[] values = new double[600];
        for (int i = 0; i < values.length; i++) {
            values[i] = (i - 20) * 0.5e-9;
        }
        assertAgreement(thresholds, values);
        assertAgreement(thresholds, new double[] {1e11, 1e12, 2e12, -1});
    }

    private static void assertAgreement(double[] thresholds, double[] values) {
        int[] below = new int[values.length];
        new ThresholdIndex(thresholds).below(values, 0, values.length, below, 0);
        for (int i = 0; i < values.length; i++) {
            double value = values[i];
            assertThat(below[i]).as("thresholds below %s", value).isEqualTo((int)
                    Arrays.stream(thresholds).filter(t -> t < value).count());
        }
    }

    private static double[] sorted(byte[] numbers, double unit) {
        double[] values = new double[numbers.length];
        for (int i = 0; i < values.length; i++) {
            values[i] = numbers[i] * unit + 0.0;
        }
        return Arrays.stream(values).sorted().distinct().toArray();
    }

    private static double[] finite(double[] numbers) {
        return Arrays.stream(numbers)
                .filter(Double::isFinite)
                .map(number -> number + 0.0)
                .sorted()
                .distinct()
                .toArray();
    }
}
