package io.jenkins.plugins.mlci.logscan.line;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/** Eight bytes at a time, the first one in the lowest bits. Source: H. Warren, Hacker's Delight, 2nd edition, chapter 6. */
final class Octets {
    /** How many bytes there are in one. */
    static final int SIZE = 8;
    /** The highest bit of each byte. */
    static final long HIGH = 0x8080808080808080L;

    private static final long ONES = 0x0101010101010101L;
    private static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

    private Octets() {}

    static long at(byte[] bytes, int from) {
        return (long) LONGS.get(bytes, from);
    }

    /** Eight times the same byte. */
    static long all(int value) {
        return ONES * (value & 0xFF);
    }

    /** Not 0 if any byte is 0; the lowest bit that is set is then in the first such byte. */
    static long zeros(long octet) {
        return below(octet, 1);
    }

    /** Not 0 if any byte, without sign, is below a limit of at most 128; the lowest bit that is set is then in the first such byte. */
    static long below(long octet, int limit) {
        return octet - all(limit) & ~octet & HIGH;
    }

    /** Which byte the lowest bit that is set is in, from 0. */
    static int first(long bits) {
        return Long.numberOfTrailingZeros(bits) / SIZE;
    }
}
