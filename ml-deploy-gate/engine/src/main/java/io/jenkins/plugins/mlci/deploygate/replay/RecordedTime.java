package io.jenkins.plugins.mlci.deploygate.replay;

import io.jenkins.plugins.mlci.shared.csv.CsvFile;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads the times of recordings: numbers since 1970, or ISO 8601 with what people make of it: a space for the T, slashes, months
 * and days of one digit, no seconds, no time of the day, an offset with or without a colon. Without an offset a time is in UTC.
 */
final class RecordedTime {
    /** From here on a number of seconds would lie beyond the year 5000, so that it is one of milliseconds. */
    private static final double MILLISECONDS = 1e11;

    private static final double THOUSAND = 1_000;
    private static final double NANOSECONDS = 1e9;
    private static final int MOST_UNITS = 3;

    private static final Pattern WRITTEN = Pattern.compile("(\\d{4})(?:([-/])(\\d{1,2})\\2(\\d{1,2})|(\\d{2})(\\d{2}))"
            + "(?:[T ] *(\\d{1,2}):(\\d{2})(?::(\\d{2})(?:[.,](\\d{1,9}))?)? *(Z|UTC|GMT|[+-]\\d{2}(?::?\\d{2})?)?)?");

    private RecordedTime() {}

    /** The time; empty when it is none. */
    static Optional<Instant> parse(String text) {
        double number = CsvFile.parse(text.strip());
        try {
            return Double.isNaN(number) ? written(text.strip()) : since1970(number);
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    /** Seconds, milliseconds, microseconds or nanoseconds. */
    private static Optional<Instant> since1970(double number) {
        double seconds = number;
        int divided = 0;
        while (divided < MOST_UNITS && Math.abs(seconds) >= MILLISECONDS) {
            seconds /= THOUSAND;
            divided++;
        }
        if (Math.abs(seconds) >= MILLISECONDS) {
            return Optional.empty();
        }
        long whole = (long) seconds;
        return Optional.of(Instant.ofEpochSecond(whole, divided == 0 ? 0 : (long) (NANOSECONDS * (seconds - whole))));
    }

    private static Optional<Instant> written(String text) {
        Matcher parts = WRITTEN.matcher(text);
        if (!parts.matches()) {
            return Optional.empty();
        }
        boolean separated = parts.group(2) != null;
        LocalDate day =
                LocalDate.of(number(parts, 1), number(parts, separated ? 3 : 5), number(parts, separated ? 4 : 6));
        LocalTime time =
                LocalTime.of(number(parts, 7), number(parts, 8), number(parts, 9), nanoseconds(parts.group(10)));
        String offset = parts.group(11);
        boolean utc = offset == null || Character.isLetter(offset.charAt(0));
        return Optional.of(day.atTime(time).toInstant(utc ? ZoneOffset.UTC : ZoneOffset.of(offset)));
    }

    private static int nanoseconds(String fraction) {
        return fraction == null ? 0 : Integer.parseInt((fraction + "00000000").substring(0, 9));
    }

    private static int number(Matcher parts, int group) {
        return parts.group(group) == null ? 0 : Integer.parseInt(parts.group(group));
    }
}
