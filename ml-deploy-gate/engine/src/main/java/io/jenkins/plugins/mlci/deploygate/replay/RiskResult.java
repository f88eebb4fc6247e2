package io.jenkins.plugins.mlci.deploygate.replay;

import java.util.Map;

/**
 * What a replay of one recording gave.
 *
 * @param recording the recording
 * @param said what was said of each step
 * @param prequential scores by method, ours first, after the first fifth; empty where the rest is held out
 * @param last scores by method over the last fifth
 * @param coldStart scores of the order of the prior alone over all steps; null when no other recording could teach one
 * @param prequentialDraws how sure the areas under the ROC curve after the first fifth are; no method where the rest is held out
 * @param lastDraws the same over the last fifth
 * @param simulation of a gate, over what is judged
 */
public record RiskResult(
        Recording recording,
        RiskReplay.Said said,
        Map<String, RiskScores> prequential,
        Map<String, RiskScores> last,
        RiskScores coldStart,
        AucDraws prequentialDraws,
        AucDraws lastDraws,
        GateSimulation simulation) {
    /** The name of our own method. */
    public static final String OURS = "mlci";

    /** Failures in the judged part below which the scores are noise. */
    public static final int ENOUGH_FAILURES = 30;
}
