package io.jenkins.plugins.mlci.shared.feature;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ClipperTest {
    @Test
    void cutsOffTheTailsAndKeepsMissingValues() {
        double[] values = IntStream.rangeClosed(0, 100).asDoubleStream().toArray();
        values[50] = Double.NaN;

        Clipper clipper = Clipper.train(values, 0.05);

        assertThat(clipper).isEqualTo(new Clipper(4, 96));
        assertThat(clipper.clip(-1000)).isEqualTo(4);
        assertThat(clipper.clip(1000)).isEqualTo(96);
        assertThat(clipper.clip(7)).isEqualTo(7);
        assertThat(clipper.clip(Double.NaN)).isNaN();
    }

    @Test
    void cutsNothingWhenAllIsMissing() {
        assertThat(Clipper.train(new double[] {Double.NaN}, 0.1)).isEqualTo(Clipper.NONE);
    }

    @Test
    void refusesBadShares() {
        assertThatThrownBy(() -> Clipper.train(new double[1], 0.5)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Clipper(2, 1)).isInstanceOf(IllegalArgumentException.class);
    }
}
