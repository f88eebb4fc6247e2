package io.jenkins.plugins.mlci.logscan.anomaly;

import io.jenkins.plugins.mlci.logscan.line.Fingerprint;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** What a line says, as the bytes of the log; of most lines nobody needs more. Becomes text where somebody reads it. */
public final class LineText {
    private final byte[] bytes;
    private final int length;
    private final long fingerprint;
    private String text;

    /** The first bytes of an array, which are not copied and must not change. */
    LineText(byte[] bytes, int length, long fingerprint) {
        this.bytes = bytes;
        this.length = length;
        this.fingerprint = fingerprint;
    }

    /** A text as UTF-8. */
    public static LineText of(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        return new LineText(bytes, bytes.length, Fingerprint.of(bytes, 0, bytes.length));
    }

    /** The bytes that hold the line: only the first {@link #length()} belong to it. To be read, never written. */
    public byte[] bytes() {
        return bytes;
    }

    /** How many bytes it has. */
    public int length() {
        return length;
    }

    /** Lines with the same {@link Fingerprint} say the same. */
    public long fingerprint() {
        return fingerprint;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof LineText that && Arrays.equals(bytes, 0, length, that.bytes, 0, that.length);
    }

    @Override
    public int hashCode() {
        return toString().hashCode();
    }

    /** The text; bytes that are no UTF-8 become U+FFFD. */
    @Override
    public String toString() {
        if (text == null) {
            text = new String(bytes, 0, length, StandardCharsets.UTF_8);
        }
        return text;
    }
}
