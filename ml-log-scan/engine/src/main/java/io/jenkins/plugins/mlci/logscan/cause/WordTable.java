package io.jenkins.plugins.mlci.logscan.cause;

/** Looks words and pairs of words up by their hash: which {@link WordGroup groups} do they belong to? */
final class WordTable {
    static final WordTable INSTANCE = new WordTable();

    private static final int SIZE = 4096;
    private static final long START = 0xcbf29ce484222325L;
    private static final long PRIME = 0x100000001b3L;

    private final long[] keys = new long[SIZE];
    private final long[] masks = new long[SIZE];

    private WordTable() {
        for (WordGroup group : WordGroup.values()) {
            for (String entry : group.words()) {
                String[] parts = entry.split(" ");
                long hash = hash(parts[0]);
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
        int slot = slot(hash);
        while (masks[slot] != 0) {
            if (keys[slot] == hash) {
                return masks[slot];
            }
            slot = (slot + 1) & (SIZE - 1);
        }
        return 0;
    }

    private void add(long hash, long mask) {
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
