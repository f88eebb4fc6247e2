package io.jenkins.plugins.mlci.logscan.category;

import java.util.Locale;

/**
 * A line in lower case in which many phrases are looked for. Which pairs of characters it has is noted once, in a bit set, so that most
 * phrases are ruled out without a search.
 */
final class LowerText {
    private static final int BITS = 1024;

    private final String text;
    private final long[] pairs = new long[BITS / 64];

    LowerText(String line) {
        text = line.toLowerCase(Locale.ROOT);
        for (int i = 0; i + 1 < text.length(); i++) {
            int bit = bit(text, i);
            pairs[bit >> 6] |= 1L << bit;
        }
    }

    /** Whether the phrase, in lower case, stands in the line. */
    boolean contains(String phrase) {
        for (int i = 0; i + 1 < phrase.length(); i++) {
            int bit = bit(phrase, i);
            if ((pairs[bit >> 6] >>> bit & 1) == 0) {
                return false;
            }
        }
        return text.contains(phrase);
    }

    /** The line in lower case. */
    String text() {
        return text;
    }

    private static int bit(String of, int at) {
        return (of.charAt(at) * 31 + of.charAt(at + 1)) * 0x9E3779B1 >>> 22;
    }
}
