package io.jenkins.plugins.mlci.logscan.template;

import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * The tokens of one line, in arrays that are used again for the next. A token is a piece of the line's bytes, or a wildcard that stands
 * for a value.
 */
final class Tokens {
    static final byte SPACE = 0;
    static final byte WORD = 1;
    static final byte WILD = 2;
    static final byte MARK = 3;

    /** How many tokens of a line count; what follows in a longer line is not looked at. */
    static final int MOST = 256;

    private static final long SPACE_HASH = 0x5ca1ab1e5ca1ab1eL;
    static final long WILD_HASH = 0x717e3a7d717e3a7dL;

    final byte[] kind = new byte[MOST];
    final int[] from = new int[MOST];
    final int[] to = new int[MOST];
    final long[] hash = new long[MOST];
    byte[] bytes = new byte[0];
    int count;

    void clear(byte[] lineBytes) {
        bytes = lineBytes;
        count = 0;
    }

    /** Takes tokens that were kept; null is a wildcard. */
    void load(List<String> kept) {
        byte[][] parts = new byte[Math.min(kept.size(), MOST)][];
        int length = 0;
        for (int i = 0; i < parts.length; i++) {
            String token = kept.get(i);
            parts[i] = token == null ? new byte[0] : token.getBytes(StandardCharsets.UTF_8);
            length += parts[i].length;
        }
        clear(new byte[length]);
        int at = 0;
        for (int i = 0; i < parts.length; i++) {
            System.arraycopy(parts[i], 0, bytes, at, parts[i].length);
            add(kindOf(kept.get(i)), at, at + parts[i].length);
            at += parts[i].length;
        }
    }

    private static byte kindOf(String token) {
        if (token == null) {
            return WILD;
        }
        if (token.equals(" ")) {
            return SPACE;
        }
        for (int i = 0; i < token.length(); i++) {
            char c = token.charAt(i);
            if (c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= 0x80) {
                return WORD;
            }
        }
        return MARK;
    }

    boolean full() {
        return count >= MOST;
    }

    void add(byte tokenKind, int start, int end) {
        if (count < MOST) {
            kind[count] = tokenKind;
            from[count] = start;
            to[count] = end;
            count++;
        }
    }

    /** Takes the last tokens away. */
    void drop(int tokens) {
        count -= tokens;
    }

    /** Whether the token this many places before the end is of that kind; 1 is the last. */
    boolean is(int fromEnd, byte tokenKind) {
        return fromEnd <= count && kind[count - fromEnd] == tokenKind;
    }

    /** Whether the token this many places before the end is that one character. */
    boolean isMark(int fromEnd, int character) {
        int at = count - fromEnd;
        return at >= 0 && kind[at] == MARK && to[at] - from[at] == 1 && bytes[from[at]] == character;
    }

    /**
     * The hash of the line with its values left out. It is a sum over places, so that the hash with one more place left open costs one
     * step, see {@link #term}.
     */
    long skeleton() {
        long sum = count;
        for (int i = 0; i < count; i++) {
            hash[i] = switch (kind[i]) {
                case SPACE -> SPACE_HASH;
                case WILD -> WILD_HASH;
                default -> Hash.of(bytes, from[i], to[i]);
            };
            sum += term(hash[i], i);
        }
        return sum == 0 ? 1 : sum;
    }

    /** What a token at a place adds to the hash of the line. */
    static long term(long tokenHash, int place) {
        return Hash.mix(tokenHash + place * 0x9E3779B97F4A7C15L);
    }

    /** The hash of a token that was copied; null is a wildcard. */
    static long hashOf(byte[] token) {
        if (token == null) {
            return WILD_HASH;
        }
        return token.length == 1 && token[0] == ' ' ? SPACE_HASH : Hash.of(token, 0, token.length);
    }
}
