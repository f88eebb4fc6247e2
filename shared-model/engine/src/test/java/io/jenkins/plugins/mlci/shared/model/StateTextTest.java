package io.jenkins.plugins.mlci.shared.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.BitSet;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class StateTextTest {
    @Property(tries = 200)
    void allIsReadAsItWasWritten(
            @ForAll long number, @ForAll double real, @ForAll double[] reals, @ForAll boolean flag) {
        BitSet bits = BitSet.valueOf(new long[] {number});
        StateReader reader = new StateReader(new StateWriter()
                .number(number)
                .real(real)
                .reals(reals)
                .flag(flag)
                .text("caf\u00e9 " + number)
                .bits(bits)
                .toText());
        assertThat(reader.number()).isEqualTo(number);
        assertThat(reader.real()).isEqualTo(real);
        assertThat(reader.reals(reals.length)).containsExactly(reals);
        assertThat(reader.flag()).isEqualTo(flag);
        assertThat(reader.text()).isEqualTo("caf\u00e9 " + number);
        assertThat(reader.bits(64)).isEqualTo(bits);
        reader.end();
    }

    @Test
    void missingValuesKeepTheirBits() {
        double[] values = {Double.NaN, -0.0, Double.POSITIVE_INFINITY, Double.MIN_VALUE};
        assertThat(new StateReader(new StateWriter().reals(values).toText()).reals())
                .containsExactly(values);
    }

    @Test
    void countsThatTheBytesDoNotFillAreRefused() {
        assertRefused(new StateWriter().number(1L << 40), StateReader::reals);
        assertRefused(new StateWriter().number(-1), StateReader::text);
        assertRefused(new StateWriter().number(3), StateReader::flag);
        assertRefused(new StateWriter().real(Double.NaN), StateReader::finite);
        assertRefused(new StateWriter().reals(new double[2]), reader -> reader.reals(3));
        assertRefused(new StateWriter().number(Long.MAX_VALUE), reader -> reader.number(0, 5));
        assertRefused(new StateWriter().number(1).number(1), StateReader::flag, StateReader::end);
        BitSet far = new BitSet();
        far.set(80);
        assertRefused(new StateWriter().bits(far), reader -> reader.bits(80));
    }

    @Test
    void damagedTextIsRefused() {
        String good = new StateWriter().reals(new double[100]).toText();
        for (String bad : new String[] {"", "!", "AAAA", good.substring(0, good.length() / 2 / 4 * 4)}) {
            assertThatThrownBy(() -> new StateReader(bad)).isInstanceOf(ModelFormatException.class);
        }
    }

    @SafeVarargs
    private static void assertRefused(StateWriter written, java.util.function.Consumer<StateReader>... reads) {
        StateReader reader = new StateReader(written.toText());
        assertThatThrownBy(() -> {
                    for (java.util.function.Consumer<StateReader> read : reads) {
                        read.accept(reader);
                    }
                })
                .isInstanceOf(ModelFormatException.class);
    }
}
