package io.jenkins.plugins.mlci.logscan.line;

/**
 * Hashes of a few bytes, eight at a time, to know again what was just seen: equal bytes have equal fingerprints, others as good as
 * never. Stays within one process, for its values may change with the next version.
 */
public final class Fingerprint {
    private static final long FACTOR = 0x9E3779B97F4A7C15L;
    private static final long ZEROS = Octets.all('0');
    /** Added to seven bits, it sets the eighth from ten on. */
    private static final long ABOVE_NINE = 0x7676767676767676L;

    private static final long LOW = 0x7F7F7F7F7F7F7F7FL;

    private Fingerprint() {}

    /** The fingerprint of the bytes {@code from} to {@code to}; never 0. */
    public static long of(byte[] bytes, int from, int to) {
        long hash = to - from;
        int at = from;
        for (; at + Octets.SIZE <= to; at += Octets.SIZE) {
            hash = mix(hash ^ Octets.at(bytes, at));
        }
        return end(hash ^ rest(bytes, at, to));
    }

    /** The same for bytes that differ only in which digits stand where digits stand; never 0. */
    public static long withoutDigits(byte[] bytes, int from, int to) {
        long hash = to - from;
        int at = from;
        for (; at + Octets.SIZE <= to; at += Octets.SIZE) {
            hash = mix(hash ^ masked(Octets.at(bytes, at)));
        }
        return end(hash ^ masked(rest(bytes, at, to)));
    }

    /** Eight bytes with the digit 0 for each digit. */
    private static long masked(long eight) {
        long value = eight ^ ZEROS;
        long others = ((value & LOW) + ABOVE_NINE | value) & Octets.HIGH;
        long digits = (~others & Octets.HIGH) >>> 7;
        long mask = digits * 0xFF;
        return eight & ~mask | ZEROS & mask;
    }

    private static long rest(byte[] bytes, int from, int to) {
        long rest = 0;
        for (int at = from; at < to; at++) {
            rest = rest << 8 | bytes[at] & 0xFF;
        }
        return rest;
    }

    private static long mix(long value) {
        long product = value * FACTOR;
        return product ^ product >>> 32;
    }

    private static long end(long value) {
        long hash = mix(mix(value));
        return hash == 0 ? 1 : hash;
    }
}
