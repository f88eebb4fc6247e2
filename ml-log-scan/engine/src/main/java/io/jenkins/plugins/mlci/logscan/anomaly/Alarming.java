package io.jenkins.plugins.mlci.logscan.anomaly;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Whether a wording has a word that tells of trouble. Only decides which neighbourhoods of a long log are kept; ranking looks closer. */
final class Alarming {
    private static final String[] WORDS = {
        "error",
        "fail",
        "fatal",
        "exception",
        "severe",
        "panic",
        "abort",
        "cannot",
        "can't",
        "could not",
        "couldn't",
        "unable",
        "denied",
        "killed",
        "timeout",
        "timed out",
        "not found",
        "no such",
        "undefined",
        "unresolved",
        "unexpected",
        "traceback",
        "assert",
        "refused",
        "corrupt",
        "invalid",
        "missing",
        "crash",
        "broken",
        "conflict",
        "rejected",
        "segmentation",
        "out of memory",
        "no space",
        "expected"
    };

    /** The words by their first two letters, so that a wording is read once, whatever their number. */
    private static final byte[][][] BY_PAIR = byPair();

    private Alarming() {}

    /** Looks at the UTF-8 of a wording. */
    static boolean is(byte[] wording) {
        for (int at = 0; at + 1 < wording.length; at++) {
            byte[][] words = BY_PAIR[pair(wording[at], wording[at + 1])];
            if (words != null && startsWithAny(wording, at, words)) {
                return true;
            }
        }
        return false;
    }

    private static boolean startsWithAny(byte[] text, int at, byte[][] words) {
        for (byte[] word : words) {
            if (startsWith(text, at, word)) {
                return true;
            }
        }
        return false;
    }

    private static boolean startsWith(byte[] text, int at, byte[] word) {
        if (at + word.length > text.length) {
            return false;
        }
        for (int i = 0; i < word.length; i++) {
            byte b = text[at + i];
            if (word[i] != (b >= 'A' && b <= 'Z' ? b + 32 : b)) {
                return false;
            }
        }
        return true;
    }

    private static byte[][][] byPair() {
        byte[][][] table = new byte[1024][][];
        for (String text : WORDS) {
            byte[] word = text.getBytes(StandardCharsets.US_ASCII);
            int pair = pair(word[0], word[1]);
            byte[][] others = table[pair] == null ? new byte[0][] : table[pair];
            table[pair] = Arrays.copyOf(others, others.length + 1);
            table[pair][others.length] = word;
        }
        return table;
    }

    /** The low five bits of both, which are the same for small and capital letters. */
    private static int pair(byte first, byte second) {
        return (first & 31) << 5 | second & 31;
    }
}
