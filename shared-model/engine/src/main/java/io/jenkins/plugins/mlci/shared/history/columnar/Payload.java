package io.jenkins.plugins.mlci.shared.history.columnar;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.zip.CRC32;
import java.util.zip.DataFormatException;
import java.util.zip.Deflater;
import java.util.zip.Inflater;

/**
 * Compressed bytes with a header: kind (1 byte), format version (1 byte), CRC-32 of all that follows (4 bytes), length of the
 * body before compression (4 bytes, big endian), body as raw deflate stream.
 */
final class Payload {
    private static final int HEADER = 10;
    private static final int MAX_BODY = 1 << 28;

    private Payload() {}

    static byte[] pack(char kind, int version, byte[] body) {
        if (body.length > MAX_BODY) {
            throw new IllegalArgumentException(
                    "A build's record may have at most " + MAX_BODY + " bytes, this one has " + body.length);
        }
        byte[] packed = deflate(body);
        ByteBuffer header = ByteBuffer.wrap(packed);
        header.put((byte) kind).put((byte) version).putInt(0).putInt(body.length);
        header.putInt(2, checksum(packed));
        return packed;
    }

    static byte[] unpack(char kind, int version, byte[] packed) {
        if (packed.length < HEADER || packed[0] != kind) {
            throw new CorruptPayloadException("not a payload of kind " + kind);
        }
        if (packed[1] != version) {
            throw new CorruptPayloadException("format version " + packed[1] + " is unknown, only " + version + " is");
        }
        ByteBuffer header = ByteBuffer.wrap(packed);
        if (header.getInt(2) != checksum(packed)) {
            throw new CorruptPayloadException("its checksum is wrong");
        }
        int length = header.getInt(6);
        if (length < 0 || length > MAX_BODY) {
            throw new CorruptPayloadException("it claims to hold " + length + " bytes");
        }
        return inflate(packed, length);
    }

    private static byte[] deflate(byte[] body) {
        Deflater deflater = new Deflater(Deflater.DEFAULT_COMPRESSION, true);
        try {
            deflater.setInput(body);
            deflater.finish();
            byte[] out = new byte[HEADER + 64 + body.length / 2];
            int size = HEADER;
            while (!deflater.finished()) {
                if (size == out.length) {
                    out = Arrays.copyOf(out, out.length * 2);
                }
                size += deflater.deflate(out, size, out.length - size);
            }
            return Arrays.copyOf(out, size);
        } finally {
            deflater.end();
        }
    }

    private static byte[] inflate(byte[] packed, int length) {
        Inflater inflater = new Inflater(true);
        try {
            // Zlib wants one byte after the end of a raw stream.
            byte[] input = Arrays.copyOfRange(packed, HEADER, packed.length + 1);
            inflater.setInput(input);
            byte[] body = new byte[length];
            int size = 0;
            while (size < length) {
                int count = inflater.inflate(body, size, length - size);
                if (count == 0) {
                    throw new CorruptPayloadException("it ends early");
                }
                size += count;
            }
            return body;
        } catch (DataFormatException e) {
            throw new CorruptPayloadException("it cannot be inflated: " + e.getMessage());
        } finally {
            inflater.end();
        }
    }

    private static int checksum(byte[] packed) {
        CRC32 crc = new CRC32();
        crc.update(packed, 6, packed.length - 6);
        return (int) crc.getValue();
    }
}
