package io.jenkins.plugins.mlci.deploygate.policy;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * What holds in one environment.
 *
 * @param thresholds from a probability to a verdict
 * @param freezes times in which nothing is deployed
 * @param enforce whether the verdict binds; while false, the gate only says what it would do
 */
public record EnvironmentPolicy(RiskThresholds thresholds, List<FreezeWindow> freezes, boolean enforce) {
    /** A failure costs ten times as much as a delay, no freezes, advice only. */
    public static final EnvironmentPolicy ADVISE =
            new EnvironmentPolicy(GateCosts.of(10, 1).thresholds(), List.of(), false);

    /** Windows that follow each other are followed so far. */
    private static final Duration LONGEST = Duration.ofDays(366);

    public EnvironmentPolicy {
        Objects.requireNonNull(thresholds, "thresholds");
        freezes = List.copyOf(freezes);
    }

    /**
     * A freeze that holds.
     *
     * @param name of the windows, one after the other, as people wrote them
     * @param until when it ends, or a year from now where it goes on longer without a gap
     * @param zone whose clock the last window is on
     * @param ends whether it ends then
     */
    public record Frozen(String name, Instant until, ZoneId zone, boolean ends) {
        private static final DateTimeFormatter TIME =
                DateTimeFormatter.ofPattern("EEE yyyy-MM-dd HH:mm", Locale.ENGLISH);

        /** For example {@code The freeze Sat-Sun 00:00 to 00:00 UTC holds until Mon 2026-11-30 00:00 UTC.} */
        public String sentence() {
            return "The freeze " + name + " holds " + (ends ? "until " : "at least until ")
                    + TIME.format(until.atZone(zone)) + " " + zone + ".";
        }
    }

    /** The freeze that holds at this time; where another window holds when one ends, it goes on. Empty when none does. */
    public Optional<Frozen> frozen(Instant time) {
        Instant far = time.plus(LONGEST);
        Optional<Held> held = held(time);
        if (held.isEmpty()) {
            return Optional.empty();
        }
        Set<String> names = new LinkedHashSet<>();
        Held last = held.get();
        while (held.isPresent()) {
            last = held.get();
            names.add(last.window.name());
            held = last.end.isAfter(far) ? Optional.empty() : held(last.end);
        }
        boolean ends = held(last.end).isEmpty();
        return Optional.of(new Frozen(String.join(" and ", names), last.end, last.window.zone(), ends));
    }

    /** A window that holds, and its end. */
    private record Held(FreezeWindow window, Instant end) {}

    /** Of those that hold at this time, the one that ends last. */
    private Optional<Held> held(Instant time) {
        return freezes.stream()
                .flatMap(each -> each.endsAfter(time).map(end -> new Held(each, end)).stream())
                .max(Comparator.comparing(Held::end));
    }
}
