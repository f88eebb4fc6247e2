package io.jenkins.plugins.mlci.testselector.results;

import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/** A start, a piece repeated until there are so many bytes, an end: any length in no memory. */
final class GeneratedStream extends InputStream {
    private final byte[] start;
    private final byte[] piece;
    private final long middle;
    private final byte[] end;
    private long position;

    GeneratedStream(String start, String piece, long length, String end) {
        this.start = start.getBytes(StandardCharsets.UTF_8);
        this.piece = piece.getBytes(StandardCharsets.UTF_8);
        this.middle = (length / this.piece.length + 1) * this.piece.length;
        this.end = end.getBytes(StandardCharsets.UTF_8);
    }

    /** How many bytes were taken out of it. */
    long delivered() {
        return position;
    }

    @Override
    public int read() {
        long at = position;
        if (at >= start.length + middle + end.length) {
            return -1;
        }
        position++;
        if (at < start.length) {
            return start[(int) at] & 0xff;
        }
        at -= start.length;
        return (at < middle ? piece[(int) (at % piece.length)] : end[(int) (at - middle)]) & 0xff;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) {
        int count = 0;
        while (count < length) {
            long at = position - start.length;
            if (at >= 0 && at < middle) {
                int from = (int) (at % piece.length);
                int run = Math.min(length - count, piece.length - from);
                System.arraycopy(piece, from, buffer, offset + count, run);
                position += run;
                count += run;
            } else {
                int value = read();
                if (value < 0) {
                    break;
                }
                buffer[offset + count++] = (byte) value;
            }
        }
        return count == 0 && length > 0 ? -1 : count;
    }
}
