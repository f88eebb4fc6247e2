package io.jenkins.plugins.mlci.logscan.line;

/**
 * Reads dates, with a time behind most: {@code 2026-11-24}, {@code 2026/11/24}, {@code 24/11/2026}, {@code 24/Nov/2026},
 * {@code 26/11/24}, {@code 20261124}, {@code 261124 093015}, {@code 11-24}, {@code Nov 24}, {@code Tue Nov 24 09:30:15 UTC 2026},
 * {@code Nov 24, 2026 9:30:15 AM}.
 */
abstract class DateStamps extends CountedStamps {
    private int year;
    private int month;
    private int day;

    final boolean yearFirst(int start, int separator) {
        if (!date(number(start, 4), start + 5, separator)) {
            return false;
        }
        return afterDate(TimeKind.INSTANT);
    }

    /** Month and day, two digits each, behind a known year. */
    final boolean date(int theYear, int at, int separator) {
        year = theYear;
        if (at + 5 > end || run(at) != 2 || b[at + 2] != separator || run(at + 3) != 2) {
            return false;
        }
        month = number(at, 2);
        day = number(at + 3, 2);
        p = at + 5;
        return plausible();
    }

    final boolean plausible() {
        return year >= 1970 && year <= 2100 && month >= 1 && month <= 12 && day >= 1 && day <= 31;
    }

    /** A time behind the date, joined by a blank, T, colon, underscore or hyphen. A date alone is a stamp too. */
    final boolean afterDate(TimeKind withTime) {
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

    final boolean instant(TimeKind theKind) {
        kind = theKind;
        millis = Calendar.epochDay(theKind == TimeKind.DAY_OF_YEAR ? 1972 : year, month, day) * 86_400_000L + ofDay;
        return true;
    }

    /** {@code 24/11/2026}, {@code 24/Nov/2026}, {@code 26/11/24}, {@code 11-24 09:30:15}, {@code 10.30 16:49:06}. */
    final boolean shortDate(int start, int separator) {
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
    final boolean yearlessOrShort(int theYear, int theMonth, int theDay, TimeKind theKind) {
        year = theYear;
        month = theMonth;
        day = theDay;
        if (!plausible() || p + 6 >= end || b[p] != ' ' || !time(p + 1)) {
            return false;
        }
        return instant(theKind);
    }

    final boolean dayMonthYear(int theDay, int theMonth, int yearAt) {
        day = theDay;
        month = theMonth;
        year = number(yearAt, 4);
        p = yearAt + 4;
        return plausible() && afterDate(TimeKind.INSTANT);
    }

    /** {@code 261124 093015}, as HDFS writes. */
    final boolean compactDateAndTime(int start) {
        year = 2000 + number(start, 2);
        month = number(start + 2, 2);
        day = number(start + 4, 2);
        return plausible() && run(start + 7) == 6 && compactTime(start + 7) && instant(TimeKind.INSTANT);
    }

    /** {@code 20261124T093015} and {@code 20261124-9:30:15:123}. */
    final boolean compactDate(int start, int joint) {
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

    /** {@code Tue Nov 24 09:30:15 UTC 2026}, {@code Nov 24 09:30:15}, {@code Nov 24, 2026 9:30:15 AM}. */
    final boolean named(int start) {
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

    final boolean yearBehind() {
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
}
