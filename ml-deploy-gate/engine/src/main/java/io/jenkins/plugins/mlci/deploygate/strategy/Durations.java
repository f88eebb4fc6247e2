package io.jenkins.plugins.mlci.deploygate.strategy;

import java.time.Duration;

/** Times as people say them. */
public final class Durations {
    private static final int MINUTES_AS_SUCH = 120;
    private static final int HOURS_AS_SUCH = 48;

    private Durations() {}

    /** For example 40 min, 3 h, 2 days. */
    public static String text(Duration time) {
        long minutes = Math.max(1, Math.round(time.toSeconds() / 60.0));
        if (minutes < MINUTES_AS_SUCH) {
            return minutes + " min";
        }
        long hours = Math.round(minutes / 60.0);
        return hours < HOURS_AS_SUCH ? hours + " h" : Math.round(hours / 24.0) + " days";
    }
}
