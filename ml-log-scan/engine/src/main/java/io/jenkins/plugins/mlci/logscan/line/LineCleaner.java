package io.jenkins.plugins.mlci.logscan.line;

import java.util.Arrays;

/**
 * Takes out of a line what is not text: terminal sequences (ECMA-48), Jenkins' console notes, byte order marks and control bytes.
 * A line without any stays where it is and is not copied.
 */
final class LineCleaner {
    private static final int ESCAPE = 0x1B;
    /** How Jenkins starts and ends a console note, see {@code hudson.console.ConsoleNote}. */
    private static final byte[] NOTE = {ESCAPE, '[', '8', 'm', 'h', 'a', ':'};

    private static final byte[] NOTE_END = {ESCAPE, '[', '0', 'm'};

    private static final long CARETS = Octets.all('^');
    /** How a byte order mark begins. */
    private static final long MARKS = Octets.all(0xEF);

    private byte[] copy = new byte[256];

    /** Cleans bytes {@code from} to {@code to} into the line. */
    void clean(byte[] bytes, int from, int to, Line line) {
        line.noted = false;
        line.stage = "";
        int dirty = firstDirty(bytes, from, to);
        if (dirty == to) {
            set(line, bytes, from, to);
            return;
        }
        if (copy.length < to - from) {
            copy = new byte[Math.max(to - from, 2 * copy.length)];
        }
        int kept = dirty - from;
        System.arraycopy(bytes, from, copy, 0, kept);
        int at = dirty;
        while (at < to) {
            byte b = bytes[at];
            if (b == '^' && writtenEscape(bytes, at, to)) {
                at = escape(bytes, at + 1, to, line);
            } else if (b >= ' ' || b == '\t') {
                copy[kept++] = b;
                at++;
            } else if (b == ESCAPE) {
                at = escape(bytes, at, to, line);
            } else if (b < 0 && !byteOrderMark(bytes, at, to)) {
                copy[kept++] = b;
                at++;
            } else {
                at += b < 0 ? 3 : 1;
            }
        }
        set(line, copy, 0, kept);
    }

    private static void set(Line line, byte[] bytes, int start, int end) {
        line.bytes = bytes;
        line.start = start;
        line.message = start;
        line.end = end;
    }

    /** The first byte that has to go, or begins what has to go. */
    private static int firstDirty(byte[] bytes, int from, int to) {
        int at = from;
        for (; at + Octets.SIZE <= to; at += Octets.SIZE) {
            long octet = Octets.at(bytes, at);
            long suspects = Octets.below(octet, ' ') | Octets.zeros(octet ^ CARETS) | Octets.zeros(octet ^ MARKS);
            if (suspects != 0) {
                int end = at + Octets.SIZE;
                int dirty = firstDirty(bytes, at + Octets.first(suspects), end, to);
                if (dirty < end) {
                    return dirty;
                }
            }
        }
        return firstDirty(bytes, at, to, to);
    }

    private static int firstDirty(byte[] bytes, int from, int until, int to) {
        int at = from;
        while (at < until) {
            byte b = bytes[at];
            if (b <= ' '
                    ? b < ' ' && b != '\t' && (b >= 0 || byteOrderMark(bytes, at, to))
                    : b == '^' && writtenEscape(bytes, at, to)) {
                return at;
            }
            at++;
        }
        return until;
    }

    /** A colour whose escape was written out as {@code ^[}, by {@code cat -v} or a terminal that echoes. */
    private static boolean writtenEscape(byte[] bytes, int at, int to) {
        if (at + 3 >= to || bytes[at + 1] != '[' || bytes[at + 2] != '[') {
            return false;
        }
        int end = at + 3;
        while (end < to && (bytes[end] >= '0' && bytes[end] <= '9' || bytes[end] == ';')) {
            end++;
        }
        return end < to && bytes[end] == 'm';
    }

    private static boolean byteOrderMark(byte[] bytes, int at, int to) {
        return bytes[at] == (byte) 0xEF && at + 2 < to && bytes[at + 1] == (byte) 0xBB && bytes[at + 2] == (byte) 0xBF;
    }

    /** Where the sequence that starts with the escape at {@code at} ends. A broken sequence loses its escape byte only. */
    private static int escape(byte[] bytes, int at, int to, Line line) {
        if (startsWith(bytes, at, to, NOTE)) {
            line.noted = true;
            return noteEnd(bytes, at + NOTE.length, to);
        }
        if (at + 1 >= to) {
            return to;
        }
        int kind = bytes[at + 1];
        if (kind == '[') {
            int end = at + 2;
            while (end < to && bytes[end] >= 0x20 && bytes[end] <= 0x3F) {
                end++;
            }
            return end < to && bytes[end] >= 0x40 && bytes[end] <= 0x7E ? end + 1 : end;
        }
        if (kind == ']') {
            return operatingSystemCommandEnd(bytes, at + 2, to);
        }
        if (kind == '(' || kind == ')' || kind == '#') {
            return Math.min(to, at + 3);
        }
        return kind >= 0x30 && kind <= 0x7E ? at + 2 : at + 1;
    }

    /** A note is base 64 up to its end mark. Where it was cut, all that looks like base 64 goes. */
    private static int noteEnd(byte[] bytes, int from, int to) {
        int at = from;
        while (at < to && isBase64(bytes[at])) {
            at++;
        }
        return startsWith(bytes, at, to, NOTE_END) ? at + NOTE_END.length : at;
    }

    private static boolean isBase64(byte b) {
        return b >= 'a' && b <= 'z' || b >= 'A' && b <= 'Z' || b >= '0' && b <= '9' || b == '+' || b == '/' || b == '=';
    }

    /** Titles and links: up to BEL or {@code ESC \}; text without an end loses only the introducer. */
    private static int operatingSystemCommandEnd(byte[] bytes, int from, int to) {
        for (int at = from; at < to; at++) {
            if (bytes[at] == 0x07) {
                return at + 1;
            }
            if (bytes[at] == ESCAPE && at + 1 < to && bytes[at + 1] == '\\') {
                return at + 2;
            }
        }
        return from;
    }

    private static boolean startsWith(byte[] bytes, int at, int to, byte[] start) {
        return at + start.length <= to && Arrays.equals(bytes, at, at + start.length, start, 0, start.length);
    }
}
