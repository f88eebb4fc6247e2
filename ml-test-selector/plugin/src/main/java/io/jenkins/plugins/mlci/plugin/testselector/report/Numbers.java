package io.jenkins.plugins.mlci.plugin.testselector.report;

import java.util.Locale;

/** Numbers as people read them. */
public final class Numbers {
    private Numbers() {}

    /** {@code 4,310}. */
    public static String count(long number) {
        return String.format(Locale.ROOT, "%,d", number);
    }

    /** A count with its noun: {@code 1 test}, {@code 2 tests}. */
    public static String of(long number, String noun) {
        return count(number) + " " + noun + (number == 1 ? "" : "s");
    }

    /** A share of 1 as {@code 4.9 %}; "unknown" for NaN. */
    public static String percent(double share) {
        if (!Double.isFinite(share)) {
            return "unknown";
        }
        double value = 100 * share;
        if (value != 0 && value < 0.1) {
            return "below 0.1 %";
        }
        String text = String.format(Locale.ROOT, "%.1f", value);
        return (text.endsWith(".0") ? text.substring(0, text.length() - 2) : text) + " %";
    }

    /** A time as {@code 12 ms}, {@code 3.4 s}, {@code 14 min} or {@code 2 h 5 min}; "unknown" for NaN. */
    public static String duration(double seconds) {
        if (!Double.isFinite(seconds)) {
            return "unknown";
        }
        if (seconds <= 0) {
            return "0 s";
        }
        if (seconds < 0.9995) {
            return Math.max(1, Math.round(1000 * seconds)) + " ms";
        }
        if (seconds < 59.95) {
            return String.format(Locale.ROOT, seconds < 9.95 ? "%.1f s" : "%.0f s", seconds);
        }
        long minutes = Math.max(1, Math.round(seconds / 60));
        if (minutes < 60) {
            return minutes + " min";
        }
        return minutes / 60 + " h" + (minutes % 60 == 0 ? "" : " " + minutes % 60 + " min");
    }
}
