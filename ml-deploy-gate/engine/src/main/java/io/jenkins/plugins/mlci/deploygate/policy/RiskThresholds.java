package io.jenkins.plugins.mlci.deploygate.policy;

/**
 * From which probability of a failure on each verdict holds.
 *
 * @param canary from here on a canary; in [0, 1]
 * @param approve from here on approval; at least {@code canary}
 * @param block from here on blocked; at least {@code approve}. More than 1 never blocks, and likewise for the others
 */
public record RiskThresholds(double canary, double approve, double block) {
    /** More than any probability. */
    public static final double NEVER = 2;

    public RiskThresholds {
        if (!(canary >= 0 && canary <= approve && approve <= block && block <= NEVER)) {
            throw new IllegalArgumentException(
                    "The thresholds must rise from canary to approve to block, each between 0 and" + " 1, not " + canary
                            + ", " + approve + ", " + block + ".");
        }
    }

    /** The verdict for this probability. */
    public Verdict verdict(double probability) {
        if (probability >= block) {
            return Verdict.BLOCK;
        }
        if (probability >= approve) {
            return Verdict.APPROVE;
        }
        return probability >= canary ? Verdict.CANARY : Verdict.PROCEED;
    }

    /** The threshold that this verdict begins with; 0 for proceeding. */
    public double from(Verdict verdict) {
        return switch (verdict) {
            case PROCEED -> 0;
            case CANARY -> canary;
            case APPROVE -> approve;
            case BLOCK -> block;
        };
    }
}
