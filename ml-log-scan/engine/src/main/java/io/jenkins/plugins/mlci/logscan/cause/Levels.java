package io.jenkins.plugins.mlci.logscan.cause;

/** Tells the log level of a line. */
final class Levels {
    /** A level stands within so many bytes. */
    private static final int NEAR = 64;
    /** And is one of so many words: before it there may be a time and a thread. */
    private static final int WORDS = 6;

    private Levels() {}

    /** A log level within the first characters, in brackets or capitals or before a colon: one shape or 0. */
    static int of(byte[] b, int from, int to) {
        int limit = Math.min(to, from + NEAR);
        int at = from;
        for (int word = 0; word < WORDS && at < limit; word++) {
            while (at < limit && !LineShapes.isLetter(b[at])) {
                at++;
            }
            int end = at;
            while (end < to && LineShapes.isLetter(b[end])) {
                end++;
            }
            int shape = word(b, at, end, end < to ? b[end] : ' ', at > from ? b[at - 1] : ' ');
            if (shape != 0) {
                return shape;
            }
            at = end;
        }
        return 0;
    }

    /** The shape of one word with the bytes after and before it; 0 when it is no level. */
    static int word(byte[] b, int from, int to, int next, int before) {
        int length = to - from;
        if (length < 3 || length > 8) {
            return 0;
        }
        boolean capitals = b[from] <= 'Z' && b[from + 1] <= 'Z';
        if (!capitals && next != ':' && next != ']' && before != '=') {
            return 0;
        }
        return switch (b[from] | 0x20) {
            case 'e' -> is(b, from, to, "error") || is(b, from, to, "err") ? LineShape.LEVEL_ERROR.bit() : 0;
            case 'f' -> is(b, from, to, "fatal") ? LineShape.LEVEL_ERROR.bit() : 0;
            case 's' -> is(b, from, to, "severe") ? LineShape.LEVEL_ERROR.bit() : 0;
            case 'c' -> is(b, from, to, "critical") ? LineShape.LEVEL_ERROR.bit() : 0;
            case 'w' -> is(b, from, to, "warning") || is(b, from, to, "warn") ? LineShape.LEVEL_WARNING.bit() : 0;
            case 'i' -> is(b, from, to, "info") ? LineShape.LEVEL_INFO.bit() : 0;
            case 'd' -> is(b, from, to, "debug") ? LineShape.LEVEL_INFO.bit() : 0;
            case 't' -> is(b, from, to, "trace") ? LineShape.LEVEL_INFO.bit() : 0;
            case 'n' -> is(b, from, to, "note") ? LineShape.LEVEL_INFO.bit() : 0;
            default -> 0;
        };
    }

    private static boolean is(byte[] b, int from, int to, String lower) {
        if (to - from != lower.length()) {
            return false;
        }
        for (int i = 0; i < lower.length(); i++) {
            if ((b[from + i] | 0x20) != lower.charAt(i)) {
                return false;
            }
        }
        return true;
    }
}
