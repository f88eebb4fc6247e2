package io.jenkins.plugins.mlci.logscan.line;

/**
 * Reads one timestamp at a place in a line. Each format is tried once, from left to right, without going back more than to its
 * start, so the time is linear in the few bytes of a timestamp.
 *
 * <p>Dates: {@code 2026-11-24}, {@code 2026/11/24}, {@code 24/11/2026}, {@code 24/Nov/2026}, {@code 26/11/24}, {@code 20261124},
 * {@code 261124 093015}, {@code 11-24}, {@code Nov 24}, {@code Tue Nov 24 09:30:15 UTC 2026}, {@code Nov 24, 2026 9:30:15 AM}. Times:
 * {@code 09:30:15} with a fraction behind {@code . , :}, AM or PM, and a zone. Numbers: seconds (with a fraction or in brackets, for
 * other numbers look the same) or milliseconds since 1970,
 * {@code [12.345678]} since the start, Travis' {@code travis_time:end:...:finish=}. Each may stand in brackets.
 */
final class StampScanner {
    private static final long FIRST_EPOCH_SECOND = 946_684_800L; // 2000
    private static final long LAST_EPOCH_SECOND = 2_524_608_000L; // 2050
    private static final String MONTHS = "JanFebMarAprMayJunJulAugSepOctNovDec";
    private static final String DAYS = "MonTueWedThuFriSatSun";

    private byte[] b = new byte[0];
    private int end;
    /** Where reading is. */
    private int p;

    private int year;
    private int month;
    private int day;
    private long ofDay;
    private long millis;
    private TimeKind kind = TimeKind.NONE;

    /** When the stamp found last was; what it counts from is {@link #kind()}. */
    long millis() {
        return millis;
    }

    TimeKind kind() {
        return kind;
    }

    /** @return where the stamp that starts at {@code from} ends, with the separator that belongs to it; -1 if none starts there */
    int scan(byte[] bytes, int from, int to) {
        if (to - from < 5) {
            return -1;
        }
        b = bytes;
        end = to;
        int first = bytes[from];
        int closing = first == '[' ? ']' : first == '(' ? ')' : 0;
        int start = closing == 0 ? from : from + 1;
        int c = bytes[start];
        boolean found;
        if (c >= '0' && c <= '9') {
            found = digits(start, closing != 0);
        } else if (c >= 'A' && c <= 'Z') {
            found = named(start);
        } else if (c == ' ' && closing == ']') {
            found = elapsed(start);
        } else {
            found = c == 't' && travis(start);
        }
        return found ? close(closing) : -1;
    }

    /** A stamp ends where a word ends; what separates it from the message goes with it. */
    private int close(int closing) {
        if (closing != 0) {
            while (p < end && b[p] == ' ') {
                p++;
            }
            if (p >= end || b[p] != closing) {
                return -1;
            }
            p++;
            return p;
        }
        if (p == end) {
            return p;
        }
        int c = b[p];
        if (c == ' ' || c == '\t') {
            return p;
        }
        if (c == ']' || c == '|' || c == ';' || c == ',' || c == ':') {
            return p + 1;
        }
        return c == '[' ? p : -1;
    }

    private boolean digits(int start, boolean inBrackets) {
        int run = run(start);
        int next = start + run < end ? b[start + run] : 0;
        switch (run) {
            case 1, 2:
                return next == ':' && timeOnly(start)
                        || run == 2 && shortDate(start, next)
                        || inBrackets && next == '.' && elapsed(start);
            case 4:
                return (next == '-' || next == '/' || next == '.') && yearFirst(start, next);
            case 6:
                return next == ' ' && compactDateAndTime(start);
            case 8:
                return compactDate(start, next);
            case 10, 13:
                return (inBrackets || run == 13 || next == '.') && epoch(start, run);
            default:
                return inBrackets && next == '.' && run <= 7 && elapsed(start);
        }
    }

    private boolean yearFirst(int start, int separator) {
        if (!date(number(start, 4), start + 5, separator)) {
            return false;
        }
        return afterDate(TimeKind.INSTANT);
    }

    /** Month and day, two digits each, behind a known year. */
    private boolean date(int theYear, int at, int separator) {
        year = theYear;
        if (at + 5 > end || run(at) != 2 || b[at + 2] != separator || run(at + 3) != 2) {
            return false;
        }
        month = number(at, 2);
        day = number(at + 3, 2);
        p = at + 5;
        return plausible();
    }

    private boolean plausible() {
        return year >= 1970 && year <= 2100 && month >= 1 && month <= 12 && day >= 1 && day <= 31;
    }

    /** A time behind the date, joined by a blank, T, colon, underscore or hyphen. A date alone is a stamp too. */
    private boolean afterDate(TimeKind withTime) {
        int afterDate = p;
        if (p + 5 < end) {
            int joint = b[p];
            boolean joins =
                    joint == ' ' || joint == 'T' || joint == 't' || joint == ':' || joint == '_' || joint == '-';
            if (joins && time(skip(p + 1, joint == ' ' ? ' ' : 0))) {
                zone();
                return instant(withTime);
            }
        }
        p = afterDate;
        ofDay = 0;
        return instant(withTime);
    }

    private boolean instant(TimeKind theKind) {
        kind = theKind;
        millis = Calendar.epochDay(theKind == TimeKind.DAY_OF_YEAR ? 1972 : year, month, day) * 86_400_000L + ofDay;
        return true;
    }

    /** {@code 24/11/2026}, {@code 24/Nov/2026}, {@code 26/11/24}, {@code 11-24 09:30:15}, {@code 10.30 16:49:06}. */
    private boolean shortDate(int start, int separator) {
        if (separator != '/' && separator != '-' && separator != '.') {
            return false;
        }
        int first = number(start, 2);
        int second = start + 3;
        int name = monthAt(second);
        if (name > 0 && second + 8 <= end && b[second + 3] == separator && run(second + 4) == 4) {
            return dayMonthYear(first, name, second + 4);
        }
        if (run(second) != 2) {
            return false;
        }
        int third = second + 3;
        if (second + 2 < end && b[second + 2] == separator) {
            if (run(third) == 4) {
                int middle = number(second, 2);
                return middle > 12 ? dayMonthYear(middle, first, third) : dayMonthYear(first, middle, third);
            }
            if (run(third) == 2 && separator == '/') {
                p = third + 2;
                return yearlessOrShort(2000 + first, number(second, 2), number(third, 2), TimeKind.INSTANT);
            }
            return false;
        }
        p = second + 2;
        return yearlessOrShort(1972, first, number(second, 2), TimeKind.DAY_OF_YEAR);
    }

    /** Such a short date counts only with a time behind it. */
    private boolean yearlessOrShort(int theYear, int theMonth, int theDay, TimeKind theKind) {
        year = theYear;
        month = theMonth;
        day = theDay;
        if (!plausible() || p + 6 >= end || b[p] != ' ' || !time(p + 1)) {
            return false;
        }
        return instant(theKind);
    }

    private boolean dayMonthYear(int theDay, int theMonth, int yearAt) {
        day = theDay;
        month = theMonth;
        year = number(yearAt, 4);
        p = yearAt + 4;
        return plausible() && afterDate(TimeKind.INSTANT);
    }

    /** {@code 261124 093015}, as HDFS writes. */
    private boolean compactDateAndTime(int start) {
        year = 2000 + number(start, 2);
        month = number(start + 2, 2);
        day = number(start + 4, 2);
        return plausible() && run(start + 7) == 6 && compactTime(start + 7) && instant(TimeKind.INSTANT);
    }

    private boolean compactTime(int at) {
        int hour = number(at, 2);
        int minute = number(at + 2, 2);
        int second = number(at + 4, 2);
        ofDay = ((hour * 60L + minute) * 60 + second) * 1000;
        p = at + 6;
        return hour < 24 && minute < 60 && second < 61;
    }

    /** {@code 20261124T093015} and {@code 20261124-9:30:15:123}. */
    private boolean compactDate(int start, int joint) {
        year = number(start, 4);
        month = number(start + 4, 2);
        day = number(start + 6, 2);
        if (!plausible() || year < 1990 || joint != 'T' && joint != '-' && joint != ' ' && joint != '_') {
            return false;
        }
        int at = start + 9;
        boolean timed = run(at) == 6 ? compactTime(at) : time(at);
        if (!timed) {
            return false;
        }
        zone();
        return instant(TimeKind.INSTANT);
    }

    private boolean timeOnly(int start) {
        if (!time(start)) {
            return false;
        }
        kind = TimeKind.TIME_OF_DAY;
        millis = ofDay;
        return true;
    }

    /** {@code 9:30:15}, with {@code .} for {@code :} too, a fraction, AM or PM. Sets {@link #ofDay}. */
    private boolean time(int at) {
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
    private long fraction() {
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

    private int halfDay(int hour) {
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
    private void zone() {
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

    private void offset(int at) {
        int digits = run(at + 1);
        boolean colon = digits == 2 && at + 3 < end && b[at + 3] == ':' && run(at + 4) == 2;
        if (digits != 4 && !colon) {
            return;
        }
        int minutes = number(at + 1, 2) * 60 + number(colon ? at + 4 : at + 3, 2);
        ofDay += (b[at] == '-' ? minutes : -minutes) * 60_000L;
        p = at + (colon ? 6 : 5);
    }

    /** {@code Tue Nov 24 09:30:15 UTC 2026}, {@code Nov 24 09:30:15}, {@code Nov 24, 2026 9:30:15 AM}. */
    private boolean named(int start) {
        int at = start;
        if (at + 8 > end) {
            return false;
        }
        if (dayNameAt(at)) {
            at += 3;
            at = at < end && b[at] == ',' ? at + 1 : at;
            at = skip(at, ' ');
        }
        month = monthAt(at);
        if (month == 0) {
            return false;
        }
        int dayAt = at + 3 < end && b[at + 3] == ' ' ? skip(at + 3, ' ') : end;
        int digits = run(dayAt);
        if (digits < 1 || digits > 2) {
            return false;
        }
        day = number(dayAt, digits);
        int next = dayAt + digits;
        if (next + 6 < end && b[next] == ',' && b[next + 1] == ' ' && run(next + 2) == 4) {
            year = number(next + 2, 4);
            return plausible() && time(skip(next + 6, ' ')) && instant(TimeKind.INSTANT);
        }
        if (day < 1 || day > 31 || next >= end || !time(skip(next, ' '))) {
            return false;
        }
        return instant(yearBehind() ? TimeKind.INSTANT : TimeKind.DAY_OF_YEAR);
    }

    private boolean yearBehind() {
        int before = p;
        zone();
        int at = skip(p, ' ');
        if (at > p && run(at) == 4 && number(at, 4) >= 1970 && number(at, 4) <= 2100) {
            year = number(at, 4);
            p = at + 4;
            return true;
        }
        p = before;
        return false;
    }

    private boolean epoch(int start, int digits) {
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
    private boolean elapsed(int start) {
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
    private boolean travis(int start) {
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

    private int run(int from) {
        int at = from;
        while (at < end && b[at] >= '0' && b[at] <= '9') {
            at++;
        }
        return at - from;
    }

    private int number(int from, int digits) {
        int value = 0;
        for (int at = from; at < from + digits; at++) {
            value = value * 10 + (b[at] - '0');
        }
        return value;
    }

    private int skip(int from, int blank) {
        int at = from;
        while (at < end && b[at] == blank) {
            at++;
        }
        return at;
    }

    private static boolean letter(byte c) {
        return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z';
    }

    private boolean is(int at, String word) {
        if (at + word.length() > end) {
            return false;
        }
        for (int i = 0; i < word.length(); i++) {
            if (b[at + i] != word.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    private int monthAt(int at) {
        return nameAt(at, MONTHS) + 1;
    }

    private boolean dayNameAt(int at) {
        return nameAt(at, DAYS) >= 0 && at + 3 < end && (b[at + 3] == ' ' || b[at + 3] == ',');
    }

    private int nameAt(int at, String names) {
        if (at + 3 > end) {
            return -1;
        }
        for (int i = 0; i < names.length(); i += 3) {
            if (b[at] == names.charAt(i) && b[at + 1] == names.charAt(i + 1) && b[at + 2] == names.charAt(i + 2)) {
                return i / 3;
            }
        }
        return -1;
    }
}
