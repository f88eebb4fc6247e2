package io.jenkins.plugins.mlci.logscan.line;

/** The bytes in which a timestamp is looked for, with the place up to which they were read: numbers, and names of months and days. */
abstract class StampText {
    private static final String MONTHS = "JanFebMarAprMayJunJulAugSepOctNovDec";
    private static final String DAYS = "MonTueWedThuFriSatSun";

    byte[] b = new byte[0];
    int end;
    /** Where reading is. */
    int p;

    final int run(int from) {
        int at = from;
        while (at < end && b[at] >= '0' && b[at] <= '9') {
            at++;
        }
        return at - from;
    }

    final int number(int from, int digits) {
        int value = 0;
        for (int at = from; at < from + digits; at++) {
            value = value * 10 + (b[at] - '0');
        }
        return value;
    }

    final int skip(int from, int blank) {
        int at = from;
        while (at < end && b[at] == blank) {
            at++;
        }
        return at;
    }

    static boolean letter(byte c) {
        return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z';
    }

    final boolean is(int at, String word) {
        if (at + word.length() > end) {
            return false;
        }
        for (int i = 0; i < word.length(); i++) {
            if (b[at + i] != word.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    final int monthAt(int at) {
        return nameAt(at, MONTHS) + 1;
    }

    final boolean dayNameAt(int at) {
        return nameAt(at, DAYS) >= 0 && at + 3 < end && (b[at + 3] == ' ' || b[at + 3] == ',');
    }

    final int nameAt(int at, String names) {
        if (at + 3 > end) {
            return -1;
        }
        for (int i = 0; i < names.length(); i += 3) {
            if (b[at] == names.charAt(i) && b[at + 1] == names.charAt(i + 1) && b[at + 2] == names.charAt(i + 2)) {
                return i / 3;
            }
        }
        return -1;
    }
}
