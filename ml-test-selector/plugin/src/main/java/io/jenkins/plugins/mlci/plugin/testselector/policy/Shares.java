package io.jenkins.plugins.mlci.plugin.testselector.policy;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** Shares that an author may write as 0.95 or as 95. */
final class Shares {
    private Shares() {}

    /** A number above 1 means percent; what is no share at all is left for the engine to refuse. */
    static double of(double written) {
        return written > 1 ? written / 100 : written;
    }

    /** Without needless digits. */
    static String text(double share) {
        return Double.isFinite(share)
                ? BigDecimal.valueOf(share)
                        .setScale(6, RoundingMode.HALF_UP)
                        .stripTrailingZeros()
                        .toPlainString()
                : String.valueOf(share);
    }
}
