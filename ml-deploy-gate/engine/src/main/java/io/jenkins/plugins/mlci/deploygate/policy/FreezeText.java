package io.jenkins.plugins.mlci.deploygate.policy;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Freeze windows as people write them: {@code Fri 16:00 to 23:59 Europe/Berlin}, {@code Sat-Sun 00:00 to 00:00 UTC}, {@code
 * 2026-12-20T00:00 to 2027-01-03T00:00 Europe/Berlin}.
 */
public final class FreezeText {
    private static final int WEEKLY_PARTS = 5;
    private static final int ONCE_PARTS = 4;

    private FreezeText() {}

    /**
     * The window.
     *
     * @throws IllegalArgumentException when the text is none, with an example
     */
    public static FreezeWindow parse(String text) {
        List<String> parts = List.of(text.strip().split("\\s+"));
        try {
            if (parts.size() == ONCE_PARTS && parts.get(1).equals("to")) {
                return new FreezeWindow.Once(
                        text.strip(),
                        LocalDateTime.parse(parts.get(0)),
                        LocalDateTime.parse(parts.get(2)),
                        ZoneId.of(parts.get(3)));
            }
            if (parts.size() == WEEKLY_PARTS && parts.get(2).equals("to")) {
                return new FreezeWindow.Weekly(
                        text.strip(),
                        days(parts.get(0)),
                        LocalTime.parse(parts.get(1)),
                        LocalTime.parse(parts.get(3)),
                        ZoneId.of(parts.get(4)));
            }
        } catch (DateTimeException e) {
            throw new IllegalArgumentException(wrong(text) + " " + e.getMessage() + ".", e);
        }
        throw new IllegalArgumentException(wrong(text));
    }

    private static Set<DayOfWeek> days(String text) {
        EnumSet<DayOfWeek> days = EnumSet.noneOf(DayOfWeek.class);
        for (String part : text.split(",")) {
            String[] ends = part.split("-");
            DayOfWeek day = day(ends[0]);
            DayOfWeek last = day(ends[ends.length - 1]);
            days.add(day);
            while (day != last) {
                day = day.plus(1);
                days.add(day);
            }
        }
        return days;
    }

    private static DayOfWeek day(String text) {
        for (DayOfWeek day : DayOfWeek.values()) {
            if (text.length() >= 3 && day.name().startsWith(text.toUpperCase(Locale.ROOT))) {
                return day;
            }
        }
        throw new DateTimeException("'" + text + "' is no day of the week");
    }

    private static String wrong(String text) {
        return "'" + text + "' is no freeze window. Write for example 'Fri 16:00 to 23:59 Europe/Berlin' or"
                + " '2026-12-20T00:00 to 2027-01-03T00:00 UTC'.";
    }
}
