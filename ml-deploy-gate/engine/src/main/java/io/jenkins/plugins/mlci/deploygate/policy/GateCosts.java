package io.jenkins.plugins.mlci.deploygate.policy;

/**
 * What failures and precautions cost, all in one unit of the reader's choice (minutes of people, money). The thresholds follow:
 * the verdict is the one with the least expected cost, where a precaution prevents a share of the failure's cost.
 *
 * @param failure a failed deployment that reached everybody; more than 0
 * @param canary doing a canary; 0 or more
 * @param canaryPrevents share of the cost of a failure that a canary prevents, [0, 1]
 * @param approval waiting for people to look; at least {@code canary}
 * @param approvalPrevents share that people prevent, at least {@code canaryPrevents}
 * @param delay not deploying now; at least {@code approval}. Prevents all
 */
public record GateCosts(
        double failure, double canary, double canaryPrevents, double approval, double approvalPrevents, double delay) {
    public GateCosts {
        boolean costs = failure > 0
                && Double.isFinite(failure)
                && canary >= 0
                && canary <= approval
                && approval <= delay
                && Double.isFinite(delay);
        boolean shares = canaryPrevents >= 0 && canaryPrevents <= approvalPrevents && approvalPrevents <= 1;
        if (!costs || !shares) {
            throw new IllegalArgumentException(
                    "The costs must rise from canary to approval to delay, a failure must cost more"
                            + " than 0, and the shares that are prevented must rise between 0 and 1.");
        }
    }

    /**
     * Costs from two numbers. A canary is taken to cost a tenth of a delay and to prevent half of a failure's cost, an
     * approval to cost a third and to prevent seven tenths.
     *
     * @param failure what a failed deployment costs
     * @param delay what it costs not to deploy now
     * @throws IllegalArgumentException when they make no sense
     */
    public static GateCosts of(double failure, double delay) {
        if (!(failure > 0 && Double.isFinite(failure) && delay >= 0 && Double.isFinite(delay))) {
            throw new IllegalArgumentException(
                    "A failure must cost more than 0 and a delay 0 or more, not " + failure + " and " + delay + ".");
        }
        return new GateCosts(failure, delay / 10, 0.5, delay / 3, 0.7, delay);
    }

    /** What a verdict is expected to cost at this probability of a failure. */
    public double expected(Verdict verdict, double probability) {
        return switch (verdict) {
            case PROCEED -> probability * failure;
            case CANARY -> canary + probability * failure * (1 - canaryPrevents);
            case APPROVE -> approval + probability * failure * (1 - approvalPrevents);
            case BLOCK -> delay;
        };
    }

    /** From where on each verdict is the cheapest; a verdict that never is begins with the next one. */
    public RiskThresholds thresholds() {
        double block = Math.max(
                crossing(delay, 1, 0, 0),
                Math.max(crossing(delay, 1, canary, canaryPrevents), crossing(delay, 1, approval, approvalPrevents)));
        double approve = Math.max(
                crossing(approval, approvalPrevents, 0, 0),
                crossing(approval, approvalPrevents, canary, canaryPrevents));
        approve = Math.min(block, approve);
        return new RiskThresholds(Math.min(approve, crossing(canary, canaryPrevents, 0, 0)), approve, block);
    }

    /** Where the dearer, more preventing choice begins to pay. */
    private double crossing(double cost, double prevents, double cheaper, double cheaperPrevents) {
        double gain = (prevents - cheaperPrevents) * failure;
        double more = cost - cheaper;
        if (gain <= 0) {
            return more > 0 ? RiskThresholds.NEVER : 0;
        }
        return Math.min(RiskThresholds.NEVER, more / gain);
    }
}
