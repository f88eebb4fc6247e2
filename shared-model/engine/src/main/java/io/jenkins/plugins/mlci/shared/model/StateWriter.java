package io.jenkins.plugins.mlci.shared.model;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.BitSet;
import java.util.zip.Deflater;

/**
 * Writes what a learner knows besides its model, value after value, as compressed text for a field of a JSON document: for
 * tables that would be ten times as large as numbers in JSON. Numbers keep every bit. {@link StateReader} reads it.
 */
public final class StateWriter {
    private static final int CHUNK = 1 << 16;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    /** Any whole number; small ones are short. */
    public StateWriter number(long value) {
        long rest = value << 1 ^ value >> 63;
        for (; (rest & ~0x7fL) != 0; rest >>>= 7) {
            out.write((int) (rest & 0x7f | 0x80));
        }
        out.write((int) rest);
        return this;
    }

    /** A flag. */
    public StateWriter flag(boolean value) {
        return number(value ? 1 : 0);
    }

    /** One number with all its bits, NaN too. */
    public StateWriter real(double value) {
        out.writeBytes(ByteBuffer.allocate(Long.BYTES).putDouble(value).array());
        return this;
    }

    /** Numbers and how many they are. Bytes of the same weight lie together, which compresses well. */
    public StateWriter reals(double[] values) {
        number(values.length);
        byte[] bytes = new byte[Long.BYTES * values.length];
        for (int i = 0; i < values.length; i++) {
            long bits = Double.doubleToRawLongBits(values[i]);
            for (int b = 0; b < Long.BYTES; b++) {
                bytes[b * values.length + i] = (byte) (bits >>> 56 - 8 * b);
            }
        }
        out.writeBytes(bytes);
        return this;
    }

    /** Any text. */
    public StateWriter text(String value) {
        byte[] bytes = value.getBytes(StandardCharsets.UTF_8);
        number(bytes.length);
        out.writeBytes(bytes);
        return this;
    }

    /** A set of numbers from 0. */
    public StateWriter bits(BitSet value) {
        byte[] bytes = value.toByteArray();
        number(bytes.length);
        out.writeBytes(bytes);
        return this;
    }

    /** All that was written, compressed, in Base64. */
    public String toText() {
        Deflater deflater = new Deflater(Deflater.BEST_SPEED);
        try {
            deflater.setInput(out.toByteArray());
            deflater.finish();
            ByteArrayOutputStream packed = new ByteArrayOutputStream(out.size() / 4 + 64);
            byte[] chunk = new byte[CHUNK];
            while (!deflater.finished()) {
                packed.write(chunk, 0, deflater.deflate(chunk));
            }
            return Base64.getEncoder().encodeToString(packed.toByteArray());
        } finally {
            deflater.end();
        }
    }
}
