package io.jenkins.plugins.mlci.shared.history.columnar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.Arrays;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class ByteWriterTest {
    @Property
    void keepsNumbers(@ForAll long number, @ForAll int small, @ForAll float real) {
        ByteWriter out = new ByteWriter();
        out.writeSigned(number);
        out.writeUnsigned(number);
        out.writeSigned(small);
        out.writeFloat(real);
        ByteReader in = new ByteReader(out.toBytes());
        assertThat(in.readSigned()).isEqualTo(number);
        assertThat(in.readUnsigned()).isEqualTo(number);
        assertThat(in.readInt()).isEqualTo(small);
        assertThat(in.readFloat()).isEqualTo(real);
    }

    @Test
    void keepsLongTexts() {
        ByteWriter out = new ByteWriter();
        String text = "x".repeat(100_000);
        out.writeText(text);
        assertThat(new ByteReader(out.toBytes()).readText()).isEqualTo(text);
    }

    @Test
    void refusesToReadPastTheEnd() {
        assertCorrupt(new byte[0]);
        assertCorrupt(new byte[] {(byte) 0x80});
    }

    @Test
    void refusesNumbersThatAreTooLong() {
        byte[] bytes = new byte[20];
        Arrays.fill(bytes, (byte) 0xFF);
        assertCorrupt(bytes);
    }

    @Test
    void refusesToReadMoreItemsThanThereAreBytes() {
        assertThatExceptionOfType(CorruptPayloadException.class)
                .isThrownBy(() -> new ByteReader(new byte[] {100, 1, 2}).readCount());
    }

    @Test
    void refusesNumbersThatAreNoInt() {
        ByteWriter out = new ByteWriter();
        out.writeSigned(1L << 40);
        assertThatExceptionOfType(CorruptPayloadException.class)
                .isThrownBy(() -> new ByteReader(out.toBytes()).readInt());
    }

    private static void assertCorrupt(byte[] bytes) {
        assertThatExceptionOfType(CorruptPayloadException.class).isThrownBy(() -> new ByteReader(bytes).readUnsigned());
    }
}
