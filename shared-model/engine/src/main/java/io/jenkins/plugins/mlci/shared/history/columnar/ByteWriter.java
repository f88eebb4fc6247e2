package io.jenkins.plugins.mlci.shared.history.columnar;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Growing bytes: variable-length integers (LEB128, zigzag for signed ones), bytes, floats and texts. */
final class ByteWriter {
    private byte[] bytes = new byte[1024];
    private int size;

    void writeByte(int value) {
        room(1);
        bytes[size++] = (byte) value;
    }

    /** A number that is at least 0, in as few bytes as it needs. */
    void writeUnsigned(long value) {
        room(10);
        long rest = value;
        while ((rest & ~0x7FL) != 0) {
            bytes[size++] = (byte) (rest | 0x80);
            rest >>>= 7;
        }
        bytes[size++] = (byte) rest;
    }

    /** Any number, small ones of either sign in few bytes. */
    void writeSigned(long value) {
        writeUnsigned(value << 1 ^ value >> 63);
    }

    void writeFloat(float value) {
        int bits = Float.floatToIntBits(value);
        for (int shift = 24; shift >= 0; shift -= 8) {
            writeByte(bits >>> shift);
        }
    }

    /** Any string, with unpaired surrogates too. */
    void writeText(String text) {
        byte[] encoded = LosslessText.escape(text).getBytes(StandardCharsets.UTF_8);
        writeUnsigned(encoded.length);
        room(encoded.length);
        System.arraycopy(encoded, 0, bytes, size, encoded.length);
        size += encoded.length;
    }

    byte[] toBytes() {
        return Arrays.copyOf(bytes, size);
    }

    private void room(int count) {
        if (bytes.length - size < count) {
            bytes = Arrays.copyOf(bytes, Math.max(Math.addExact(size, count), (int)
                    Math.min(Integer.MAX_VALUE - 8L, bytes.length * 2L)));
        }
    }
}
