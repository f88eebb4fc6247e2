package io.jenkins.plugins.mlci.shared.feature;

import java.util.Arrays;

/**
 * Cuts off outliers of one feature at bounds that were learned.
 *
 * @param lower least value that is kept as it is
 * @param upper greatest value that is kept as it is
 */
public record Clipper(double lower, double upper) {
    /** Cuts nothing off that a double can hold. */
    public static final Clipper NONE = new Clipper(-Double.MAX_VALUE, Double.MAX_VALUE);

    public Clipper {
        if (!(lower <= upper) || !Double.isFinite(lower) || !Double.isFinite(upper)) {
            throw new IllegalArgumentException(
                    "Clipping bounds must be finite and in order, not " + lower + " and " + upper + ".");
        }
    }

    /**
     * Bounds at quantiles of the values that are not missing; {@link #NONE} when all are missing.
     *
     * @param tail share of values to cut off at either end, [0, 0.5)
     */
    public static Clipper train(double[] values, double tail) {
        if (!(tail >= 0 && tail < 0.5)) {
            throw new IllegalArgumentException(
                    "The clipped share must be at least 0 and less than 0.5, not " + tail + ".");
        }
        double[] known =
                Arrays.stream(values).filter(v -> !Double.isNaN(v)).sorted().toArray();
        if (known.length == 0) {
            return NONE;
        }
        int cut = (int) Math.floor(tail * (known.length - 1));
        return new Clipper(known[cut], known[known.length - 1 - cut]);
    }

    /** The value, or the bound that it lies beyond; NaN stays NaN. */
    public double clip(double value) {
        return value < lower ? lower : value > upper ? upper : value;
    }
}
