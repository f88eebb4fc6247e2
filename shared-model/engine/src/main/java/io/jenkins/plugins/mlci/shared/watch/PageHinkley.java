package io.jenkins.plugins.mlci.shared.watch;

/**
 * Notices, value by value, when a mean has risen: for the loss of a model in use. Constant memory.
 *
 * <p>Source: E. Page, Continuous inspection schemes, Biometrika 41 (1954).
 */
public final class PageHinkley {
    private final double tolerance;
    private final double threshold;
    private final int warmUp;
    private long seen;
    private double mean;
    private double sum;
    private double least;

    /**
     * A watch.
     *
     * @param tolerance a rise of the mean up to this is no change; 0 or more
     * @param threshold how far the values beyond tolerance must add up; more than 0; larger is calmer and later
     * @param warmUp values before anything is said; 1 or more
     */
    public PageHinkley(double tolerance, double threshold, int warmUp) {
        if (!(tolerance >= 0) || !(threshold > 0) || warmUp < 1) {
            throw new IllegalArgumentException(
                    "A Page-Hinkley watch needs a tolerance of 0 or more, a threshold above 0 and a warm-up of 1 or more.");
        }
        this.tolerance = tolerance;
        this.threshold = threshold;
        this.warmUp = warmUp;
    }

    /** Takes the next value, finite; true when the mean has risen. It then begins anew. */
    public boolean add(double value) {
        if (!Double.isFinite(value)) {
            throw new IllegalArgumentException("A watched value must be finite, not " + value + ".");
        }
        seen++;
        mean += (value - mean) / seen;
        sum += value - mean - tolerance;
        least = Math.min(least, sum);
        if (seen >= warmUp && sum - least > threshold) {
            seen = 0;
            mean = 0;
            sum = 0;
            least = 0;
            return true;
        }
        return false;
    }
}
