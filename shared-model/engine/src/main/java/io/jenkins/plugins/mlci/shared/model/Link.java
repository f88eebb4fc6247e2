package io.jenkins.plugins.mlci.shared.model;

/** How a predictor's raw score becomes a probability before calibration. */
public enum Link {
    /** The raw score is a log-odds margin (boosting, logistic regression). */
    LOGIT,
    /** The raw score is a probability already (random forest). */
    IDENTITY;

    /** The probability in [0, 1] for this raw score. */
    public double probability(double raw) {
        return this == LOGIT ? 1 / (1 + Math.exp(-raw)) : Math.min(1, Math.max(0, raw));
    }
}
