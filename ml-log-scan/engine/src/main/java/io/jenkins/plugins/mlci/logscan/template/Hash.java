package io.jenkins.plugins.mlci.logscan.template;

/**
 * 64-bit hashes of bytes. They are kept between builds, so these functions must never change.
 */
final class Hash {
    private static final long OFFSET = 0xcbf29ce484222325L;
    private static final long PRIME = 0x100000001b3L;

    private Hash() {}

    /** FNV-1a of the bytes. */
    static long of(byte[] bytes, int from, int to) {
        long hash = OFFSET;
        for (int at = from; at < to; at++) {
            hash = (hash ^ bytes[at]) * PRIME;
        }
        return hash;
    }

    /** Spreads the bits of a number (the finalizer of MurmurHash3). */
    static long mix(long value) {
        long h = value;
        h = (h ^ h >>> 33) * 0xff51afd7ed558ccdL;
        h = (h ^ h >>> 33) * 0xc4ceb9fe1a85ec53L;
        return h ^ h >>> 33;
    }
}
