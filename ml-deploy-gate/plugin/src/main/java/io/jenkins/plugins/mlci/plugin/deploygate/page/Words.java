package io.jenkins.plugins.mlci.plugin.deploygate.page;

import hudson.Util;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Numbers and times as people read them. */
final class Words {
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm 'UTC'", Locale.ROOT).withZone(ZoneOffset.UTC);

    private Words() {}

    /** A share of 1 as {@code 4.9 %}; "unknown" for NaN. */
    static String percent(double share) {
        if (!Double.isFinite(share)) {
            return "unknown";
        }
        String text = String.format(Locale.ROOT, Math.abs(share) < 0.1 ? "%.1f" : "%.0f", 100 * share);
        return (text.endsWith(".0") ? text.substring(0, text.length() - 2) : text) + " %";
    }

    /** A count with its noun: {@code 1 deployment}, {@code 2 deployments}. */
    static String of(long number, String noun) {
        return String.format(Locale.ROOT, "%,d %s%s", number, noun, number == 1 ? "" : "s");
    }

    /** Hours as {@code 12 min}, {@code 3.4 h} or {@code 5 days}; "unknown" for NaN. */
    static String hours(double hours) {
        if (!Double.isFinite(hours)) {
            return "unknown";
        }
        if (hours < 1) {
            return hours < 1.0 / 60 ? "below 1 min" : Math.round(60 * hours) + " min";
        }
        return hours < 48 ? number(hours) + " h" : number(hours / 24) + " days";
    }

    /** With one decimal where there is one. */
    static String number(double value) {
        if (!Double.isFinite(value)) {
            return "unknown";
        }
        String text = String.format(Locale.ROOT, "%,.1f", value);
        return text.endsWith(".0") ? text.substring(0, text.length() - 2) : text;
    }

    /** A moment as {@code 2026-11-24 17:05 UTC}. */
    static String time(Instant time) {
        return TIME.format(time);
    }

    /** How long ago that is, or when it will be. */
    static String ago(Instant time, Instant now) {
        long millis = Duration.between(time, now).toMillis();
        String span = Util.getTimeSpanString(Math.abs(millis));
        return millis >= 0 ? span + " ago" : "in " + span;
    }
}
