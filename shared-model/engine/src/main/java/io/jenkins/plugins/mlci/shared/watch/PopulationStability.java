package io.jenkins.plugins.mlci.shared.watch;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * Population stability index of one feature: how far its live values have moved between the tenths of its training
 * values. Missing values are a bin of their own. Below 0.1 is usually called stable, above 0.25 broken; small samples move
 * by chance, so the expected chance movement is taken off first.
 *
 * <p>Source: B. Yurdakul, Statistical properties of the population stability index, 2018.
 */
public final class PopulationStability {
    private static final int TENTHS = 10;
    private static final double MOVED = 0.1;
    private static final double BROKEN = 0.25;
    private static final int LEAST_ROWS = 100;

    private final double[] cuts;
    private final double[] reference;
    private final int referenceRows;

    private PopulationStability(double[] cuts, double[] reference, int referenceRows) {
        this.cuts = cuts;
        this.reference = reference;
        this.referenceRows = referenceRows;
    }

    /** Learns the tenths of training values, NaN where missing; at least one value. */
    public static PopulationStability train(double[] values) {
        if (values.length == 0) {
            throw new IllegalArgumentException("A feature without training values cannot be watched.");
        }
        double[] known =
                Arrays.stream(values).filter(v -> !Double.isNaN(v)).sorted().toArray();
        double[] cuts = new double[TENTHS - 1];
        int count = 0;
        for (int i = 1; i < TENTHS && known.length > 0; i++) {
            double cut = known[(int) ((long) known.length * i / TENTHS)];
            if (cut > known[0] && (count == 0 || cut > cuts[count - 1])) {
                cuts[count++] = cut;
            }
        }
        cuts = Arrays.copyOf(cuts, count);
        return new PopulationStability(cuts, shares(cuts, values), values.length);
    }

    /** The index of live values: 0 when nothing moved; NaN without values. */
    public double index(double[] live) {
        if (live.length == 0) {
            return Double.NaN;
        }
        double[] shares = shares(cuts, live);
        double sum = 0;
        for (int bin = 0; bin < shares.length; bin++) {
            // Half a row where a bin is empty, so that one absent value does not make the index infinite.
            double before = Math.max(reference[bin], 0.5 / referenceRows);
            double now = Math.max(shares[bin], 0.5 / live.length);
            sum += reference[bin] == 0 && shares[bin] == 0 ? 0 : (now - before) * Math.log(now / before);
        }
        return sum;
    }

    /** What the index says about a feature of this name. */
    public DriftVerdict judge(String feature, double[] live) {
        if (live.length < LEAST_ROWS) {
            return new DriftVerdict(DriftLevel.UNKNOWN, List.of());
        }
        double index = index(live);
        double byChance = (reference.length - 1.0) * (1.0 / live.length + 1.0 / referenceRows);
        double beyond = index - byChance;
        if (beyond < MOVED) {
            return new DriftVerdict(DriftLevel.STABLE, List.of());
        }
        return DriftVerdict.of(
                beyond < BROKEN ? DriftLevel.MOVED : DriftLevel.BROKEN,
                String.format(
                        Locale.ROOT,
                        "The values of %s have moved since training: population stability index %.2f over %d rows.",
                        feature,
                        index,
                        live.length));
    }

    private static double[] shares(double[] cuts, double[] values) {
        double[] shares = new double[cuts.length + 2];
        for (double value : values) {
            int bin = 0;
            if (!Double.isNaN(value)) {
                int found = Arrays.binarySearch(cuts, value);
                bin = 1 + (found >= 0 ? found + 1 : -found - 1);
            }
            shares[bin] += 1.0 / values.length;
        }
        return shares;
    }
}
