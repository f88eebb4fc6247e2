package io.jenkins.plugins.mlci.logscan.cause;

/** Looks words and pairs of words up by their hash: which {@link WordGroup groups} do they belong to? */
final class WordTable {
    static final WordTable INSTANCE = new WordTable();

    private static final int SIZE = 4096;
    /** Words of 64 bits in a filter. */
    private static final int FILTER = 256;

    private static final long START = 0xcbf29ce484222325L;
    private static final long PRIME = 0x100000001b3L;

    private final long[] keys = new long[SIZE];
    private final long[] masks = new long[SIZE];
    /** Most words are not in the table. Two small filters say so without a look into it: one for all keys, one for what a pair begins with. */
    private final long[] known = new long[FILTER];

    private final long[] firsts = new long[FILTER];

    private WordTable() {
        for (WordGroup group : WordGroup.values()) {
            for (String entry : group.words()) {
                String[] parts = entry.split(" ");
                long hash = hash(parts[0]);
                if (parts.length > 1) {
                    mark(firsts, hash);
                }
                add(parts.length == 1 ? hash : pair(hash, hash(parts[1])), group.bit());
            }
        }
    }

    /** The hash of no letters yet. */
    static long start() {
        return START;
    }

    /** The hash with one more lower case letter. */
    static long append(long hash, int letter) {
        return (hash ^ letter) * PRIME;
    }

    /** The hash of two words in this order. */
    static long pair(long first, long second) {
        return (first * 31 + second) * PRIME ^ 0x5bd1e995L;
    }

    static long hash(String word) {
        long hash = START;
        for (int i = 0; i < word.length(); i++) {
            hash = append(hash, word.charAt(i));
        }
        return hash;
    }

    /** The groups of a word or pair; 0 when it belongs to none. */
    long groups(long hash) {
        if (!isMarked(known, hash)) {
            return 0;
        }
        int slot = slot(hash);
        while (masks[slot] != 0) {
            if (keys[slot] == hash) {
                return masks[slot];
            }
            slot = (slot + 1) & (SIZE - 1);
        }
        return 0;
    }

    /** Whether a pair of the table may begin with this word; if not, none does. */
    boolean mayStartPair(long hash) {
        return isMarked(firsts, hash);
    }

    private static void mark(long[] filter, long hash) {
        filter[word(hash)] |= 1L << (hash & 63);
    }

    private static boolean isMarked(long[] filter, long hash) {
        return (filter[word(hash)] >>> (hash & 63) & 1) != 0;
    }

    private static int word(long hash) {
        return (int) (hash >>> 6 ^ hash >>> 33) & (FILTER - 1);
    }

    private void add(long hash, long mask) {
        mark(known, hash);
        int slot = slot(hash);
        while (masks[slot] != 0 && keys[slot] != hash) {
            slot = (slot + 1) & (SIZE - 1);
        }
        keys[slot] = hash;
        masks[slot] |= mask;
    }

    private static int slot(long hash) {
        return (int) ((hash ^ hash >>> 32) * 0x9E3779B97F4A7C15L >>> 40) & (SIZE - 1);
    }
}
