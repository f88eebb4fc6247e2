package io.jenkins.plugins.mlci.shared.jenkinshome;

import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/** A long input that needs no memory. */
final class RepeatedBytes extends InputStream {
    private final byte[] pattern;
    private final long length;
    private long position;

    RepeatedBytes(String pattern, long length) {
        this.pattern = pattern.getBytes(StandardCharsets.US_ASCII);
        this.length = length;
    }

    @Override
    public int read() {
        return position < length ? pattern[(int) (position++ % pattern.length)] : -1;
    }

    @Override
    public int read(byte[] buffer, int offset, int wanted) {
        int count = (int) Math.min(wanted, length - position);
        for (int i = 0; i < count; i++) {
            buffer[offset + i] = (byte) read();
        }
        return count == 0 && wanted > 0 ? -1 : count;
    }
}
