package io.jenkins.plugins.mlci.logscan.line;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * One line of a log, cleaned, with its numbers and its time. There is one object for a whole log: a handler that needs a line
 * later copies what it needs.
 *
 * <p>Cleaned means: without colours and other terminal sequences, console notes, NUL and other control bytes (a tab stays), and
 * cut where it is longer than {@link LineReader#LONGEST} bytes. What is left are the bytes of the log, so they may be no valid
 * UTF-8.
 */
public final class Line {
    /** {@link #millis()} of a line without a time. */
    public static final long NO_TIME = Long.MIN_VALUE;

    /** Stands where something was hidden. */
    public static final String HIDDEN = "****";

    byte[] bytes = new byte[0];
    int start;
    int message;
    int end;
    long number;
    long newlineNumber;
    long millis = NO_TIME;
    TimeKind timeKind = TimeKind.NONE;
    boolean noted;
    long cut;
    String stage = "";
    /** 0 when it has to be computed. */
    long fingerprint;

    Line() {}

    /**
     * The bytes that hold this line, and others: only {@link #start()} to {@link #end()} belong to it. To be read, never written.
     */
    public byte[] bytes() {
        return bytes;
    }

    /** Where the cleaned line starts. */
    public int start() {
        return start;
    }

    /** Where what the line says starts: behind the timestamps that lead it. */
    public int message() {
        return message;
    }

    /** Behind the last byte. */
    public int end() {
        return end;
    }

    /** The number of this line from 1, where {@code \n}, {@code \r\n} and a lone {@code \r} end a line. */
    public long number() {
        return number;
    }

    /** The number from 1 where only {@code \n} ends a line, as editors, {@code grep -n} and Jenkins count. Several lines may share one. */
    public long newlineNumber() {
        return newlineNumber;
    }

    /**
     * When the line was written, in milliseconds: since 1970 if {@link #timeKind()} is {@link TimeKind#INSTANT}, otherwise since an
     * unknown moment. {@link #NO_TIME} without a timestamp.
     */
    public long millis() {
        return millis;
    }

    /** What {@link #millis()} counts from. */
    public TimeKind timeKind() {
        return timeKind;
    }

    /** Whether Jenkins put a console note into the line, as it does for its own words. */
    public boolean noted() {
        return noted;
    }

    /** How many bytes in the middle were left out because the line was too long. */
    public long cut() {
        return cut;
    }

    /** The stage, group or fold the line is in, as the CI server marked it; empty if it marked none. */
    public String stage() {
        return stage;
    }

    /** The {@link Fingerprint} of what the line says, without the timestamps that lead it. */
    public long fingerprint() {
        if (fingerprint == 0) {
            fingerprint = Fingerprint.of(bytes, message, end);
        }
        return fingerprint;
    }

    /**
     * Replaces bytes by {@value #HIDDEN} for all who read the line from now on, in {@link #bytes()} and in the texts. The log's own bytes
     * stay as they are.
     *
     * @param from the first byte to hide, at least {@link #start()}
     * @param to behind the last byte to hide, at most {@link #end()}
     */
    public void hide(int from, int to) {
        if (from < start || to < from || to > end) {
            throw new IndexOutOfBoundsException("Bytes " + from + " to " + to + " are not in the line.");
        }
        byte[] mask = HIDDEN.getBytes(StandardCharsets.US_ASCII);
        byte[] copy = new byte[end - start - (to - from) + mask.length];
        System.arraycopy(bytes, start, copy, 0, from - start);
        System.arraycopy(mask, 0, copy, from - start, mask.length);
        System.arraycopy(bytes, to, copy, from - start + mask.length, end - to);
        bytes = copy;
        message = Math.min(message, from) - start;
        start = 0;
        end = copy.length;
        fingerprint = 0;
    }

    /** Whether what the line says, without the timestamps that lead it, begins with these bytes. */
    public boolean saysFirst(byte[] begin) {
        int to = message + begin.length;
        return to <= end && Arrays.equals(bytes, message, to, begin, 0, begin.length);
    }

    /** The cleaned line with its timestamps; bytes that are no UTF-8 become U+FFFD. */
    public String text() {
        return new String(bytes, start, end - start, StandardCharsets.UTF_8);
    }

    /** What the line says, without the timestamps that lead it. */
    public String messageText() {
        return new String(bytes, message, end - message, StandardCharsets.UTF_8);
    }
}
