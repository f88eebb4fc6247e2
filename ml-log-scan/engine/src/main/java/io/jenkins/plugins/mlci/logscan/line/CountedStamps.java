package io.jenkins.plugins.mlci.logscan.line;

/**
 * Reads counts: seconds or milliseconds since 1970, {@code [12.345678]} since the start, and Travis'
 * {@code travis_time:end:...:finish=}.
 */
abstract class CountedStamps extends ClockStamps {
    private static final long FIRST_EPOCH_SECOND = 946_684_800L; // 2000
    private static final long LAST_EPOCH_SECOND = 2_524_608_000L; // 2050

    final boolean epoch(int start, int digits) {
        long value = 0;
        for (int i = start; i < start + digits; i++) {
            value = value * 10 + (b[i] - '0');
        }
        long seconds = digits == 10 ? value : value / 1000;
        if (seconds < FIRST_EPOCH_SECOND || seconds > LAST_EPOCH_SECOND) {
            return false;
        }
        p = start + digits;
        long fraction = digits == 10 && p < end && b[p] == '.' ? fraction() : 0;
        kind = TimeKind.INSTANT;
        millis = digits == 10 ? value * 1000 + fraction : value;
        return true;
    }

    /** Seconds since some start, as the Linux kernel writes: {@code [   12.345678]}. */
    final boolean elapsed(int start) {
        p = skip(start, ' ');
        int digits = run(p);
        if (digits == 0 || digits > 7) {
            return false;
        }
        long seconds = number(p, digits);
        p += digits;
        if (p >= end || b[p] != '.' || run(p + 1) < 3) {
            return false;
        }
        kind = TimeKind.ELAPSED;
        millis = seconds * 1000 + fraction();
        return true;
    }

    /** Travis says when a command finished, in nanoseconds: the line is a mark, only its time is read. */
    final boolean travis(int start) {
        if (!is(start, "travis_time:end:")) {
            return false;
        }
        for (int at = start + 16; at + 17 < end && at < start + 80; at++) {
            if (b[at] == 'f' && is(at, "finish=")) {
                int digits = run(at + 7);
                if (digits != 19 || !epoch(at + 7, 13)) {
                    return false;
                }
                // The mark says nothing else.
                p = end;
                return true;
            }
        }
        return false;
    }
}
