package io.jenkins.plugins.mlci.deploygate.feature;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.ToDoubleFunction;

/** Titles of some time past, to be compared with a new one. */
final class RecentTitles {
    private static final double SIMILAR = 0.5;

    private final double hours;
    private final int most;
    private final Deque<Title> titles = new ArrayDeque<>();

    /** @param hours how long a title is kept; @param most how many are kept */
    RecentTitles(double hours, int most) {
        this.hours = hours;
        this.most = most;
    }

    private record Title(double at, Set<String> words) {}

    /**
     * What was found.
     *
     * @param best share of the new title's words, weighed by rarity, in the most similar title; 0 to 1
     * @param hours hours since the most similar title; NaN when none shares a word
     * @param similar titles that share at least half
     */
    record Match(double best, double hours, int similar) {}

    void add(double now, List<String> words) {
        titles.addLast(new Title(now, new HashSet<>(words)));
        while (titles.size() > most || titles.getFirst().at < now - hours) {
            titles.removeFirst();
        }
    }

    Match match(double now, List<String> words, ToDoubleFunction<String> weight) {
        double[] weights = words.stream().mapToDouble(weight).toArray();
        double total = 1e-9;
        for (double each : weights) {
            total += each;
        }
        double best = 0;
        double since = Double.NaN;
        int similar = 0;
        for (Title title : titles) {
            if (title.at < now - hours) {
                continue;
            }
            double shared = 0;
            for (int i = 0; i < weights.length; i++) {
                shared += title.words.contains(words.get(i)) ? weights[i] : 0;
            }
            double share = shared / total;
            similar += share > SIMILAR ? 1 : 0;
            if (share > 0 && share >= best) {
                best = share;
                since = now - title.at;
            }
        }
        return new Match(best, since, similar);
    }
}
