package io.jenkins.plugins.mlci.shared.watch;

/** How many of several independent events happen, each with a probability of its own. */
final class PoissonBinomial {
    private PoissonBinomial() {}

    /**
     * The probability that at most so many happen, by adding one event after the other; takes time in proportion to events times {@code most}.
     *
     * @param probabilities of the events, each in [0, 1]
     * @param most below 0 gives 0
     */
    static double atMost(double[] probabilities, int most) {
        if (most < 0) {
            return 0;
        }
        double[] chance = new double[most + 1];
        chance[0] = 1;
        for (double p : probabilities) {
            for (int k = most; k > 0; k--) {
                chance[k] = chance[k] * (1 - p) + chance[k - 1] * p;
            }
            chance[0] *= 1 - p;
        }
        double sum = 0;
        for (double each : chance) {
            sum += each;
        }
        return Math.min(1, sum);
    }
}
