package io.jenkins.plugins.mlci.logscan.baseline;

import java.util.ArrayList;
import java.util.List;

/**
 * How long something took in the last good builds.
 *
 * @param millis newest last, at most {@value #KEPT}
 */
public record Durations(List<Long> millis) {
    static final int KEPT = 30;
    /** With fewer there is no quartile worth the name. */
    private static final int ENOUGH = 4;

    private static final long FEWEST_MILLIS = 5_000;

    public Durations {
        millis = List.copyOf(millis.subList(Math.max(0, millis.size() - KEPT), millis.size()));
    }

    /** With one more. */
    public Durations plus(long more) {
        List<Long> all = new ArrayList<>(millis);
        all.add(more);
        return new Durations(all);
    }

    public long median() {
        return quantile(0.5);
    }

    /**
     * What is still normal: the upper quartile and three times the distance of the quartiles (Tukey's far fence), but at least half as
     * much again as the median and five seconds more. With fewer than four good builds three times the longest, and ten seconds
     * more. {@link Long#MAX_VALUE} where nothing is known.
     */
    public long limit() {
        if (millis.isEmpty()) {
            return Long.MAX_VALUE;
        }
        long longest = millis.stream().mapToLong(Long::longValue).max().orElse(0);
        if (millis.size() < ENOUGH) {
            return Math.max(3 * longest, longest + 2 * FEWEST_MILLIS);
        }
        long upper = quantile(0.75);
        long fence = upper + 3 * (upper - quantile(0.25));
        return Math.max(fence, Math.max(median() * 3 / 2, median() + FEWEST_MILLIS));
    }

    private long quantile(double share) {
        long[] sorted = millis.stream().mapToLong(Long::longValue).sorted().toArray();
        return sorted.length == 0
                ? 0
                : sorted[(int) Math.min(sorted.length - 1, Math.round(share * (sorted.length - 1)))];
    }
}
