package io.jenkins.plugins.mlci.shared.secret;

/** What a value is made of: whether it looks random. */
final class Characters {
    private Characters() {}

    static boolean letterOrDigit(byte b) {
        return b >= '0' && b <= '9' || b >= 'a' && b <= 'z' || b >= 'A' && b <= 'Z';
    }

    /** How many different bytes there are. */
    static int variety(byte[] bytes, int from, int to) {
        long low = 0;
        long high = 0;
        for (int at = from; at < to; at++) {
            int b = bytes[at] & 0x7F;
            if (b < 64) {
                low |= 1L << b;
            } else {
                high |= 1L << b - 64;
            }
        }
        return Long.bitCount(low) + Long.bitCount(high);
    }

    /** Shannon entropy in bits a byte. */
    static double entropy(byte[] bytes, int from, int to) {
        int[] counts = new int[256];
        for (int at = from; at < to; at++) {
            counts[bytes[at] & 0xFF]++;
        }
        double length = to - from;
        double sum = 0;
        for (int count : counts) {
            if (count > 0) {
                double share = count / length;
                sum -= share * Math.log(share);
            }
        }
        return sum / Math.log(2);
    }

    /** How many of these kinds there are: small letters, capitals, digits, anything else. */
    static int classes(byte[] bytes, int from, int to) {
        int seen = 0;
        for (int at = from; at < to; at++) {
            byte b = bytes[at];
            seen |= b >= 'a' && b <= 'z' ? 1 : b >= 'A' && b <= 'Z' ? 2 : b >= '0' && b <= '9' ? 4 : 8;
        }
        return Integer.bitCount(seen);
    }

    static boolean has(byte[] bytes, int from, int to, int character) {
        for (int at = from; at < to; at++) {
            if (bytes[at] == character) {
                return true;
            }
        }
        return false;
    }

    static boolean hasDigit(byte[] bytes, int from, int to) {
        for (int at = from; at < to; at++) {
            if (bytes[at] >= '0' && bytes[at] <= '9') {
                return true;
            }
        }
        return false;
    }
}
