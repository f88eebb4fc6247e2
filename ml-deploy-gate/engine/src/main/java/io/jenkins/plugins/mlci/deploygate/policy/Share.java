package io.jenkins.plugins.mlci.deploygate.policy;

/**
 * A share of some cases with the interval that it may lie in.
 *
 * <p>Source of the interval: E. B. Wilson, Probable inference, the law of succession, and statistical inference, 1927.
 *
 * @param hits how many of them
 * @param all how many there are
 * @param estimate hits / all; NaN when there are none
 * @param low lower end of the 90 % interval
 * @param high upper end
 */
public record Share(long hits, long all, double estimate, double low, double high) {
    private static final double Z = 1.6448536269514722;

    /** The share. */
    public static Share of(long hits, long all) {
        if (hits < 0 || hits > all) {
            throw new IllegalArgumentException("There cannot be " + hits + " of " + all + ".");
        }
        if (all == 0) {
            return new Share(0, 0, Double.NaN, 0, 1);
        }
        double share = (double) hits / all;
        double z2 = Z * Z / all;
        double middle = (share + z2 / 2) / (1 + z2);
        double half = Z * Math.sqrt(share * (1 - share) / all + z2 / (4 * all)) / (1 + z2);
        return new Share(hits, all, share, Math.max(0, middle - half), Math.min(1, middle + half));
    }
}
