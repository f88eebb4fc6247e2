package io.jenkins.plugins.mlci.logscan.line;

/**
 * Reads times of day: {@code 09:30:15} with a fraction behind {@code . , :}, AM or PM, and a zone; {@code 093015}.
 */
abstract class ClockStamps extends StampText {
    /** The time of day read last, in milliseconds since midnight, UTC where a zone was read. */
    long ofDay;

    long millis;
    TimeKind kind = TimeKind.NONE;

    /** When the stamp found last was; what it counts from is {@link #kind()}. */
    long millis() {
        return millis;
    }

    TimeKind kind() {
        return kind;
    }

    final boolean timeOnly(int start) {
        if (!time(start)) {
            return false;
        }
        kind = TimeKind.TIME_OF_DAY;
        millis = ofDay;
        return true;
    }

    /** {@code 9:30:15}, with {@code .} for {@code :} too, a fraction, AM or PM. Sets {@link #ofDay}. */
    final boolean time(int at) {
        int hours = run(at);
        if (hours < 1 || hours > 2 || at + hours + 5 > end) {
            return false;
        }
        int separator = b[at + hours];
        int minutesAt = at + hours + 1;
        if (separator != ':' && separator != '.' || run(minutesAt) < 1 || run(minutesAt) > 2) {
            return false;
        }
        int secondsAt = minutesAt + run(minutesAt) + 1;
        if (secondsAt > end || b[secondsAt - 1] != separator || run(secondsAt) < 1 || run(secondsAt) > 2) {
            return false;
        }
        int hour = number(at, hours);
        int minute = number(minutesAt, run(minutesAt));
        int second = number(secondsAt, run(secondsAt));
        if (hour > 24 || minute > 59 || second > 60) {
            return false;
        }
        p = secondsAt + run(secondsAt);
        long fraction = fraction();
        hour = halfDay(hour);
        ofDay = ((hour * 60L + minute) * 60 + second) * 1000 + fraction;
        return true;
    }

    /** Milliseconds behind {@code . , :}; moves over all digits. */
    final long fraction() {
        if (p + 1 >= end || b[p] != '.' && b[p] != ',' && b[p] != ':') {
            return 0;
        }
        int digits = run(p + 1);
        if (digits == 0 || digits > 9) {
            return 0;
        }
        long value = number(p + 1, Math.min(3, digits));
        // Behind a colon stands a count of milliseconds, behind a point a fraction.
        long scale = b[p] == ':' || digits >= 3 ? 1 : digits == 2 ? 10 : 100;
        p += 1 + digits;
        return value * scale;
    }

    final int halfDay(int hour) {
        int at = skip(p, ' ');
        if (at + 1 < end
                && (b[at] | 0x20) != 'm'
                && (b[at + 1] | 0x20) == 'm'
                && (at + 2 == end || !letter(b[at + 2]))) {
            boolean after = (b[at] | 0x20) == 'p';
            if (after || (b[at] | 0x20) == 'a') {
                p = at + 2;
                return hour % 12 + (after ? 12 : 0);
            }
        }
        return hour;
    }

    /** {@code Z}, {@code UTC}, {@code GMT}, {@code +01:00}, {@code -0500}, also behind a blank. */
    final void zone() {
        int at = skip(p, ' ');
        if (at >= end) {
            return;
        }
        if (b[at] == 'Z' && (at + 1 == end || !letter(b[at + 1]))) {
            p = at + 1;
        } else if (is(at, "UTC") || is(at, "GMT")) {
            p = at + 3;
        } else if ((b[at] == '+' || b[at] == '-') && run(at + 1) >= 2) {
            offset(at);
        }
    }

    final void offset(int at) {
        int digits = run(at + 1);
        boolean colon = digits == 2 && at + 3 < end && b[at + 3] == ':' && run(at + 4) == 2;
        if (digits != 4 && !colon) {
            return;
        }
        int minutes = number(at + 1, 2) * 60 + number(colon ? at + 4 : at + 3, 2);
        ofDay += (b[at] == '-' ? minutes : -minutes) * 60_000L;
        p = at + (colon ? 6 : 5);
    }

    final boolean compactTime(int at) {
        int hour = number(at, 2);
        int minute = number(at + 2, 2);
        int second = number(at + 4, 2);
        ofDay = ((hour * 60L + minute) * 60 + second) * 1000;
        p = at + 6;
        return hour < 24 && minute < 60 && second < 61;
    }
}
