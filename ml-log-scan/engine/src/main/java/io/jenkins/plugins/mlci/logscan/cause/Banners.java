package io.jenkins.plugins.mlci.logscan.cause;

/** Tells lines by the name that they begin with: settings, and marks in capitals. */
final class Banners {
    /** A value of a setting is short. */
    private static final int LONGEST_VALUE = 60;

    private static final String[] TROUBLE = {"FAIL", "ERROR", "CRASH", "FATAL", "PANIC", "TIMEOUT", "ABORT"};

    private Banners() {}

    /** A name with hyphens or underscores, {@code :} or {@code =}, and a short value that does not shout. */
    static boolean setting(byte[] b, int from, int to) {
        int at = from;
        boolean joined = false;
        while (at < to && isNamePart(b[at])) {
            joined |= b[at] == '-' && at > from || b[at] == '_';
            at++;
        }
        if (!joined || at == to || to - at > LONGEST_VALUE || !LineShapes.isLetter(b[from])) {
            return false;
        }
        boolean assigned = b[at] == '=' || b[at] == ':' && at + 1 < to && b[at + 1] == ' ';
        return assigned
                && !(at + 2 < to && isCapital(b[at + 2]) && b[to - 1] > 0 && isCapital(b[to - 1]))
                && !LineShapes.contains(b, at, to, "FAIL");
    }

    /** One of the first two words is in capitals, joined by hyphens, and names trouble; or is such a word with a colon behind it. */
    static boolean shout(byte[] b, int from, int to) {
        int at = from;
        for (int word = 0; word < 2 && at < to; word++) {
            int begin = at;
            boolean joined = false;
            while (at < to && (isCapital(b[at]) || b[at] == '-' || b[at] == '_')) {
                joined |= b[at] == '-';
                at++;
            }
            if (at - begin < 4) {
                return false;
            }
            boolean ends = at == to || b[at] == ' ' || b[at] == ':' || b[at] == '|';
            if (ends && (joined || at < to && b[at] == ':') && isTrouble(b, begin, at)) {
                return true;
            }
            if (at < to && b[at] != ' ') {
                return false;
            }
            at++;
        }
        return false;
    }

    private static boolean isTrouble(byte[] b, int from, int to) {
        for (String word : TROUBLE) {
            if (LineShapes.contains(b, from, to, word)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isNamePart(byte c) {
        return LineShapes.isLetter(c) || c >= '0' && c <= '9' || c == '-' || c == '_' || c == '.';
    }

    private static boolean isCapital(byte c) {
        return c >= 'A' && c <= 'Z';
    }
}
