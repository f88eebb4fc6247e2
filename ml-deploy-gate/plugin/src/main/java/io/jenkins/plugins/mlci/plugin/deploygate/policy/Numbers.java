package io.jenkins.plugins.mlci.plugin.deploygate.policy;

import java.math.BigDecimal;

/** Numbers as people write them. */
public final class Numbers {
    private Numbers() {}

    /** Without a fraction that is zero, and never in powers of ten. */
    public static String plain(double value) {
        return Double.isFinite(value)
                ? BigDecimal.valueOf(value).stripTrailingZeros().toPlainString()
                : String.valueOf(value);
    }
}
