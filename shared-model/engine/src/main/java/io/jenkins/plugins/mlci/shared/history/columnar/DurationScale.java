package io.jenkins.plugins.mlci.shared.history.columnar;

/**
 * Durations as small whole numbers on a logarithmic scale.
 *
 * <p>Code 0 is unknown, 1 is zero, and 2 + k is {@code 1e-6 * 1.04^k} seconds. A duration goes to the nearest step, so the
 * relative error is at most {@code sqrt(1.04) - 1 < 2 %} from a microsecond to {@value #MAX_SECONDS} seconds. Anything shorter
 * than half a microsecond becomes zero, anything longer the maximum; a negative or infinite duration is unknown.
 */
public final class DurationScale {
    /** Longest duration, about 31 years. */
    public static final double MAX_SECONDS = 1e9;

    static final int UNKNOWN = 0;
    static final int ZERO = 1;
    private static final int FIRST = 2;
    private static final double MIN_SECONDS = 1e-6;
    private static final double STEP = Math.log(1.04);
    private static final int STEPS = (int) Math.round(Math.log(MAX_SECONDS / MIN_SECONDS) / STEP) + 1;
    private static final double[] SECONDS = table();

    private DurationScale() {}

    /** Number of codes; a code is at least 0 and less than this. */
    static final int CODES = FIRST + STEPS;

    /**
     * The code of a duration.
     *
     * @param seconds any number
     */
    public static int encode(double seconds) {
        if (!(seconds >= 0) || Double.isInfinite(seconds)) {
            return UNKNOWN;
        }
        if (seconds < MIN_SECONDS / 2) {
            return ZERO;
        }
        long step = Math.round(Math.log(seconds / MIN_SECONDS) / STEP);
        return FIRST + (int) Math.max(0, Math.min(STEPS - 1, step));
    }

    /**
     * The duration of a code, in seconds.
     *
     * @throws IllegalArgumentException when there is no such code
     */
    public static double decode(int code) {
        if (code < 0 || code >= CODES) {
            throw new IllegalArgumentException("There is no duration with code " + code);
        }
        return SECONDS[code];
    }

    private static double[] table() {
        double[] seconds = new double[FIRST + STEPS];
        seconds[UNKNOWN] = Double.NaN;
        for (int step = 0; step < STEPS; step++) {
            seconds[FIRST + step] = MIN_SECONDS * Math.exp(step * STEP);
        }
        return seconds;
    }
}
