package io.jenkins.plugins.mlci.logscan.category;

import java.util.BitSet;
import java.util.Locale;

/**
 * A line in lower case in which many phrases are looked for. Which pairs of characters it has is noted once, in a bit set, so that most
 * phrases are ruled out without a search.
 */
final class LowerText {
    /** How many pairs of characters are told apart. */
    static final int BITS = 1024;

    private final String text;
    private final BitSet pairs = new BitSet(BITS);

    LowerText(String line) {
        text = line.toLowerCase(Locale.ROOT);
        for (int i = 0; i + 1 < text.length(); i++) {
            pairs.set(bit(text, i));
        }
    }

    /** Whether the phrase, in lower case, stands in the line. */
    boolean contains(String phrase) {
        for (int i = 0; i + 1 < phrase.length(); i++) {
            if (!pairs.get(bit(phrase, i))) {
                return false;
            }
        }
        return text.contains(phrase);
    }

    /** The next bit from that one on that a pair of characters of the line has; -1 for none. */
    int nextPair(int bit) {
        return pairs.nextSetBit(bit);
    }

    /** The line in lower case. */
    String text() {
        return text;
    }

    /** The bit of the characters at that place and behind it, less than {@link #BITS}; several pairs may share one. */
    static int bit(String of, int at) {
        return (of.charAt(at) * 31 + of.charAt(at + 1)) * 0x9E3779B1 >>> 22;
    }
}
