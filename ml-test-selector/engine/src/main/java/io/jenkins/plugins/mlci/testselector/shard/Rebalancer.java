package io.jenkins.plugins.mlci.testselector.shard;

import java.util.Comparator;
import java.util.List;

/** Makes the longest part shorter by moving one item to the shortest part, or exchanging two, while that helps. */
final class Rebalancer {
    /** Each round looks at all pairs of two parts; more rounds gain next to nothing after longest-first. */
    private static final int ROUNDS = 50;

    private static final int MOST_PAIRS = 250_000;

    /** Below this a gain is rounding. */
    private static final double SMALLEST_GAIN = 1e-9;

    private Rebalancer() {}

    static void improve(List<Bin> bins) {
        Comparator<Bin> bySeconds = Comparator.comparingDouble(Bin::seconds).thenComparingInt(Bin::index);
        for (int round = 0; round < ROUNDS; round++) {
            Bin longest = bins.stream().max(bySeconds).orElseThrow();
            Bin shortest = bins.stream().min(bySeconds).orElseThrow();
            if (!improve(longest, shortest)) {
                return;
            }
        }
    }

    /** The best shift is half the difference; the nearest to it below the whole difference makes both parts most alike. */
    private static boolean improve(Bin longest, Bin shortest) {
        double difference = longest.seconds() - shortest.seconds();
        double tolerance = Math.max(SMALLEST_GAIN, longest.seconds() * SMALLEST_GAIN);
        if (difference <= tolerance
                || (long) longest.items().size() * (shortest.items().size() + 1) > MOST_PAIRS) {
            return false;
        }
        Item bestGive = null;
        Item bestTake = null;
        double bestGap = difference - tolerance;
        for (Item give : longest.items()) {
            double gap = Math.abs(difference - 2 * give.seconds());
            if (give.seconds() > 0 && gap < bestGap) {
                bestGap = gap;
                bestGive = give;
                bestTake = null;
            }
            for (Item take : shortest.items()) {
                double shift = give.seconds() - take.seconds();
                gap = Math.abs(difference - 2 * shift);
                if (shift > 0 && gap < bestGap) {
                    bestGap = gap;
                    bestGive = give;
                    bestTake = take;
                }
            }
        }
        if (bestGive == null) {
            return false;
        }
        longest.remove(bestGive);
        shortest.add(bestGive);
        if (bestTake != null) {
            shortest.remove(bestTake);
            longest.add(bestTake);
        }
        return true;
    }
}
