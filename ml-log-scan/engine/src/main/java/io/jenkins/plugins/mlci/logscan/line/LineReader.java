package io.jenkins.plugins.mlci.logscan.line;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.Objects;

/**
 * Bytes become lines, in one pass and constant memory. Bytes may come in pieces of any size: the lines are the same however they are
 * cut.
 *
 * <p>Lines end with {@code \n}, {@code \r\n} or a lone {@code \r}, and are counted as {@link java.io.BufferedReader#readLine()} would;
 * the count of {@code \n} alone is kept beside. A line longer than {@link #LONGEST} bytes keeps its head and its tail.
 */
public final class LineReader {
    /** The longest line in bytes that is kept whole. */
    public static final int LONGEST = 16 * 1024;

    private static final int TAIL = 4 * 1024;
    private static final int HEAD = LONGEST - TAIL;
    private static final int CHUNK = 64 * 1024;
    /** Stands for what was cut out, in UTF-8: a space, an ellipsis, a space. */
    private static final byte[] GAP = {' ', (byte) 0xE2, (byte) 0x80, (byte) 0xA6, ' '};

    private static final long NEWLINES = Octets.all('\n');
    private static final long RETURNS = Octets.all('\r');

    private final LineHandler handler;
    private final Line line = new Line();
    private final LineCleaner cleaner = new LineCleaner();
    private final Timestamps timestamps = new Timestamps();
    private final StageTracker stages = new StageTracker();

    /** A line that began in an earlier piece: its first bytes, at most {@link #LONGEST}, the last {@link #TAIL} of them a ring when cut. */
    private byte[] held = new byte[1024];

    private long heldLength;
    private final byte[] ring = new byte[TAIL];
    private boolean skipNewline;
    private boolean lineOpen;
    private long number;
    private long newlines;

    /** @param handler takes each line */
    public LineReader(LineHandler handler) {
        this.handler = Objects.requireNonNull(handler, "handler");
    }

    /**
     * Reads a stream to its end and finishes the last line.
     *
     * @return how many lines it had
     */
    public static long readAll(InputStream in, LineHandler handler) throws IOException {
        LineReader reader = new LineReader(handler);
        byte[] chunk = new byte[CHUNK];
        int read;
        while ((read = in.read(chunk)) >= 0) {
            reader.accept(chunk, 0, read);
        }
        reader.finish();
        return reader.lines();
    }

    /** Takes more bytes of the log; lines that they complete go to the handler at once. */
    public void accept(byte[] bytes, int offset, int length) {
        Objects.checkFromIndexSize(offset, length, bytes.length);
        int limit = offset + length;
        int from = offset;
        int at = offset;
        while (at < limit) {
            if (skipNewline) {
                skipNewline = false;
                if (bytes[at] == '\n') {
                    newlines++;
                    at++;
                    from = at;
                    continue;
                }
            }
            at = endOfLine(bytes, at, limit);
            if (at == limit) {
                break;
            }
            complete(bytes, from, at);
            if (bytes[at] == '\n') {
                newlines++;
            } else {
                skipNewline = true;
            }
            at++;
            from = at;
        }
        hold(bytes, from, limit);
    }

    /** Hands over the last line if it has bytes but no end. No bytes may follow. */
    public void finish() {
        if (lineOpen) {
            complete(held, 0, 0);
        }
    }

    /** How many lines were handed over so far. */
    public long lines() {
        return number;
    }

    /** How many {@code \n} were read so far. */
    public long newlines() {
        return newlines;
    }

    private static int endOfLine(byte[] bytes, int from, int limit) {
        int at = from;
        while (at + Octets.SIZE <= limit) {
            long octet = Octets.at(bytes, at);
            long ends = Octets.zeros(octet ^ NEWLINES) | Octets.zeros(octet ^ RETURNS);
            if (ends != 0) {
                return at + Octets.first(ends);
            }
            at += Octets.SIZE;
        }
        while (at < limit && bytes[at] != '\n' && bytes[at] != '\r') {
            at++;
        }
        return at;
    }

    private void complete(byte[] bytes, int from, int to) {
        number++;
        line.number = number;
        line.newlineNumber = newlines + 1;
        line.cut = 0;
        if (lineOpen) {
            hold(bytes, from, to);
            if (heldLength <= LONGEST) {
                show(held, 0, (int) heldLength);
            } else {
                showCut();
            }
            heldLength = 0;
            lineOpen = false;
        } else if (to - from <= LONGEST) {
            show(bytes, from, to);
        } else {
            hold(bytes, from, to);
            showCut();
            heldLength = 0;
            lineOpen = false;
        }
    }

    private void showCut() {
        line.cut = heldLength - LONGEST;
        byte[] whole = Arrays.copyOf(held, LONGEST + GAP.length);
        System.arraycopy(GAP, 0, whole, HEAD, GAP.length);
        int oldest = (int) ((heldLength - HEAD) % TAIL);
        System.arraycopy(ring, oldest, whole, HEAD + GAP.length, TAIL - oldest);
        System.arraycopy(ring, 0, whole, HEAD + GAP.length + TAIL - oldest, oldest);
        show(whole, 0, whole.length);
    }

    private void show(byte[] bytes, int from, int to) {
        cleaner.clean(bytes, from, to, line);
        timestamps.read(line);
        line.fingerprint = 0;
        stages.follow(line);
        handler.line(line);
    }

    /** Keeps the bytes of an unfinished line: all up to {@link #LONGEST}, beyond that the first and, in the ring, the last. */
    private void hold(byte[] bytes, int from, int to) {
        int length = to - from;
        if (length == 0) {
            return;
        }
        lineOpen = true;
        if (heldLength < LONGEST) {
            int keep = (int) Math.min(length, LONGEST - heldLength);
            if (heldLength + keep > held.length) {
                held = Arrays.copyOf(held, (int) Math.min(LONGEST, Math.max(heldLength + keep, 2L * held.length)));
            }
            System.arraycopy(bytes, from, held, (int) heldLength, keep);
        }
        long ringFrom = Math.max(heldLength, HEAD);
        long ringTo = heldLength + length;
        long first = Math.max(ringFrom, ringTo - TAIL);
        int source = from + (int) (first - heldLength);
        long position = first;
        while (position < ringTo) {
            int slot = (int) ((position - HEAD) % TAIL);
            int part = (int) Math.min(ringTo - position, TAIL - slot);
            System.arraycopy(bytes, source, ring, slot, part);
            source += part;
            position += part;
        }
        heldLength += length;
    }
}
