package io.jenkins.plugins.mlci.deploygate.policy;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Optional;
import java.util.Set;

/** A time in which nothing is deployed, on the clock of a place. */
public sealed interface FreezeWindow permits FreezeWindow.Once, FreezeWindow.Weekly {
    /** What people call it. */
    String name();

    /** Whose clock it is on. */
    ZoneId zone();

    /** When it ends, if the given time is inside; empty when it is outside. */
    Optional<Instant> endsAfter(Instant time);

    /**
     * From one date to another.
     *
     * @param from first moment inside
     * @param to first moment after, later than {@code from}
     * @param zone whose clock it is
     */
    record Once(String name, LocalDateTime from, LocalDateTime to, ZoneId zone) implements FreezeWindow {
        public Once {
            if (!from.isBefore(to)) {
                throw new IllegalArgumentException("The freeze " + name + " must end after it begins.");
            }
        }

        @Override
        public Optional<Instant> endsAfter(Instant time) {
            Instant end = to.atZone(zone).toInstant();
            boolean inside = !time.isBefore(from.atZone(zone).toInstant()) && time.isBefore(end);
            return inside ? Optional.of(end) : Optional.empty();
        }
    }

    /**
     * Every week on some days.
     *
     * @param days on which it begins, at least one
     * @param from time of the day at which it begins
     * @param to time of the day at which it ends; on the next day where it is not after {@code from}
     * @param zone whose clock it is
     */
    record Weekly(String name, Set<DayOfWeek> days, LocalTime from, LocalTime to, ZoneId zone) implements FreezeWindow {
        public Weekly {
            days = Set.copyOf(days);
            if (days.isEmpty()) {
                throw new IllegalArgumentException("The freeze " + name + " needs at least one day of the week.");
            }
        }

        @Override
        public Optional<Instant> endsAfter(Instant time) {
            ZonedDateTime local = time.atZone(zone);
            // A window that runs over midnight may have begun yesterday.
            for (int back = 0; back <= 1; back++) {
                ZonedDateTime day = local.minusDays(back);
                if (days.contains(day.getDayOfWeek())) {
                    ZonedDateTime begin = day.with(from);
                    ZonedDateTime end =
                            to.isAfter(from) ? day.with(to) : day.plusDays(1).with(to);
                    if (!local.isBefore(begin) && local.isBefore(end)) {
                        return Optional.of(end.toInstant());
                    }
                }
            }
            return Optional.empty();
        }
    }
}
