package io.jenkins.plugins.mlci.shared.learn;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class BinsTest {
    @Test
    void fewValuesGetABinEach() {
        double[] values = {3, 1, Double.NaN, 1, 7};

        assertThat(Bins.cuts(values, 255)).containsExactly(2, 5);
        assertThat(Bins.assign(values, Bins.cuts(values, 255)))
                .containsExactly((byte) 2, (byte) 1, (byte) 0, (byte) 1, (byte) 3);
    }

    @Test
    void aFrequentValueDoesNotTakeThePlaceOfTheOthers() {
        double[] values = new double[10_000];
        SplittableRandom random = new SplittableRandom(1);
        for (int i = 0; i < values.length; i++) {
            values[i] = i % 10 == 0 ? random.nextDouble() : 0;
        }

        assertThat(Bins.cuts(values, 64).length).isGreaterThan(50);
    }

    @Test
    void constantOrMissingFeaturesHaveNoCut() {
        assertThat(Bins.cuts(new double[] {4, 4, 4}, 255)).isEmpty();
        assertThat(Bins.cuts(new double[] {Double.NaN}, 255)).isEmpty();
        assertThat(Bins.cuts(new double[0], 255)).isEmpty();
    }

    @Property(tries = 200)
    void binsAndThresholdsAgree(@ForAll long seed, @ForAll @IntRange(min = 2, max = 255) int maxBins) {
        double[] values = new SplittableRandom(seed)
                .doubles(600)
                .map(v -> Math.rint(v * 1000) / 7)
                .toArray();
        double[] cuts = Bins.cuts(values, maxBins);
        byte[] bins = Bins.assign(values, cuts);

        assertThat(cuts).isSorted().hasSizeLessThan(maxBins).doesNotHaveDuplicates();
        for (int i = 0; i < values.length; i++) {
            int bin = bins[i] & 0xff;
            assertThat(bin == 1 || values[i] > cuts[bin - 2]).isTrue();
            assertThat(bin == cuts.length + 1 || values[i] <= cuts[bin - 1]).isTrue();
        }
    }
}
