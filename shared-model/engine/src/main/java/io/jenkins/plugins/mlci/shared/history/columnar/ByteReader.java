package io.jenkins.plugins.mlci.shared.history.columnar;

import java.nio.charset.StandardCharsets;

/** Reads what {@link ByteWriter} wrote; anything else is a {@link CorruptPayloadException}. */
final class ByteReader {
    private final byte[] bytes;
    private int position;

    ByteReader(byte[] bytes) {
        this.bytes = bytes;
    }

    int readByte() {
        if (position == bytes.length) {
            throw new CorruptPayloadException("it ends early");
        }
        return bytes[position++] & 0xFF;
    }

    long readUnsigned() {
        long value = 0;
        for (int shift = 0; shift < 64; shift += 7) {
            int next = readByte();
            value |= (long) (next & 0x7F) << shift;
            if (next < 0x80) {
                return value;
            }
        }
        throw new CorruptPayloadException("a number in it is too long");
    }

    long readSigned() {
        long value = readUnsigned();
        return value >>> 1 ^ -(value & 1);
    }

    int readInt() {
        long value = readSigned();
        if (value != (int) value) {
            throw new CorruptPayloadException("a number in it is too large: " + value);
        }
        return (int) value;
    }

    /** How many items follow, each of at least one byte. */
    int readCount() {
        long count = readUnsigned();
        if (count < 0 || count > bytes.length - position) {
            throw new CorruptPayloadException("it claims to hold " + count + " items");
        }
        return (int) count;
    }

    float readFloat() {
        int bits = 0;
        for (int i = 0; i < 4; i++) {
            bits = bits << 8 | readByte();
        }
        return Float.intBitsToFloat(bits);
    }

    String readText() {
        int length = readCount();
        String text = new String(bytes, position, length, StandardCharsets.UTF_8);
        position += length;
        return LosslessText.unescape(text);
    }
}
