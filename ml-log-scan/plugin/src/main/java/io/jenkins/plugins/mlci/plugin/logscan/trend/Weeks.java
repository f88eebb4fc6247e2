package io.jenkins.plugins.mlci.plugin.logscan.trend;

import io.jenkins.plugins.mlci.shared.history.FailureSignature;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * How many builds failed for which reason, week by week.
 *
 * @param categories the kinds of failure that occur, the most frequent first
 * @param weeks oldest first, without holes, the last one is the week of today
 */
public record Weeks(List<String> categories, List<Week> weeks) {
    public Weeks {
        categories = List.copyOf(categories);
        weeks = List.copyOf(weeks);
    }

    /**
     * A week.
     *
     * @param monday its first day
     * @param counts builds by category; a category that is not there has none
     */
    public record Week(LocalDate monday, Map<String, Integer> counts) {
        public Week {
            counts = Map.copyOf(counts);
        }

        /** All builds that failed. */
        public int total() {
            return counts.values().stream().mapToInt(Integer::intValue).sum();
        }
    }

    /**
     * Counts.
     *
     * @param newestFirst failures; of a build with several only the first counts
     * @param count how many weeks
     */
    public static Weeks of(List<FailureSignature> newestFirst, Instant now, ZoneId zone, int count) {
        LocalDate last = monday(now, zone);
        Map<LocalDate, Map<String, Integer>> byWeek = new LinkedHashMap<>();
        for (int i = count - 1; i >= 0; i--) {
            byWeek.put(last.minusWeeks(i), new TreeMap<>());
        }
        Map<String, Integer> totals = new TreeMap<>();
        Set<Object> builds = new HashSet<>();
        for (FailureSignature failure : newestFirst) {
            Map<String, Integer> counts = byWeek.get(monday(failure.seen(), zone));
            if (counts != null && builds.add(failure.build())) {
                counts.merge(failure.category(), 1, Integer::sum);
                totals.merge(failure.category(), 1, Integer::sum);
            }
        }
        List<String> categories = new ArrayList<>(totals.keySet());
        categories.sort(Comparator.comparing(totals::get).reversed());
        List<Week> weeks = new ArrayList<>();
        byWeek.forEach((monday, counts) -> weeks.add(new Week(monday, counts)));
        return new Weeks(categories, weeks);
    }

    /** All builds that failed. */
    public int total() {
        return weeks.stream().mapToInt(Week::total).sum();
    }

    /** The builds of a category in all weeks. */
    public int total(String category) {
        return weeks.stream()
                .mapToInt(week -> week.counts().getOrDefault(category, 0))
                .sum();
    }

    private static LocalDate monday(Instant time, ZoneId zone) {
        return LocalDate.ofInstant(time, zone).with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
    }
}
