package io.jenkins.plugins.mlci.plugin.shared.page;

import io.jenkins.plugins.mlci.shared.registry.ModelState;
import io.jenkins.plugins.mlci.shared.watch.DriftLevel;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** Numbers and states in words. */
final class Words {
    private Words() {}

    static String state(ModelState state) {
        return switch (state) {
            case COLLECTING -> Messages.Words_Collecting();
            case OBSERVING -> Messages.Words_Observing();
            case ACTIVE -> Messages.Words_Active();
            case SUSPENDED -> Messages.Words_Suspended();
            case RETIRED -> Messages.Words_Retired();
        };
    }

    static String drift(DriftLevel level) {
        return switch (level) {
            case UNKNOWN -> Messages.Words_DriftUnknown();
            case STABLE -> Messages.Words_DriftStable();
            case MOVED -> Messages.Words_DriftMoved();
            case BROKEN -> Messages.Words_DriftBroken();
        };
    }

    static String ago(Instant then, Instant now) {
        long minutes = Duration.between(then, now).toMinutes();
        if (minutes < 60) {
            return Messages.Words_MinutesAgo(Math.max(0, minutes));
        }
        return minutes < 48 * 60 ? Messages.Words_HoursAgo(minutes / 60) : Messages.Words_DaysAgo(minutes / 1440);
    }

    static String duration(long seconds) {
        if (seconds < 90) {
            return Messages.Words_Seconds(seconds);
        }
        long minutes = Math.round(seconds / 60.0);
        return minutes < 90 ? Messages.Words_Minutes(minutes) : Messages.Words_Hours(Math.round(minutes / 60.0));
    }

    static String size(int bytes) {
        if (bytes < 1000) {
            return bytes == 0 ? "" : bytes + " B";
        }
        return bytes < 1_000_000
                ? Math.round(bytes / 1000.0) + " kB"
                : String.format(Locale.ROOT, "%.1f MB", bytes / 1_000_000.0);
    }

    static String metrics(Map<String, Double> metrics) {
        return metrics.entrySet().stream()
                .map(metric -> metric.getKey() + " " + number(metric.getValue()))
                .collect(Collectors.joining(", "));
    }

    /** As many digits as mean something. */
    static String number(double value) {
        if (value == Math.rint(value) && Math.abs(value) < 1e9) {
            return String.format(Locale.ROOT, "%,d", (long) value);
        }
        return Math.abs(value) >= 100
                ? String.format(Locale.ROOT, "%,.0f", value)
                : String.format(Locale.ROOT, Math.abs(value) >= 1 ? "%.1f" : "%.3f", value);
    }
}
