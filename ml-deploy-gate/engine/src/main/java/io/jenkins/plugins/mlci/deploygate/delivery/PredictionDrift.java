package io.jenkins.plugins.mlci.deploygate.delivery;

import io.jenkins.plugins.mlci.shared.watch.CalibrationDrift;
import io.jenkins.plugins.mlci.shared.watch.DriftLevel;
import io.jenkins.plugins.mlci.shared.watch.DriftVerdict;
import java.util.List;

/**
 * Whether the risks that the gate gave of late came true as often as they said.
 *
 * @param verdict how far predictions and outcomes lie apart
 * @param outcomes how many known outcomes were looked at, {@link #NEWEST} at most
 * @param excess how many more failed than was expected, where chance explains the distance least; below 0 where fewer did
 */
public record PredictionDrift(DriftVerdict verdict, int outcomes, double excess) {
    /** How many predictions with a known outcome are looked at: enough to tell, few enough to be about now. */
    public static final int NEWEST = 200;

    private static final CalibrationDrift WATCH = CalibrationDrift.defaults();

    /**
     * One prediction and what came of it.
     *
     * @param probability of a failure, in [0, 1]
     */
    public record Prediction(double probability, boolean failed) {}

    /** Judges predictions whose outcome is known, newest first. */
    public static PredictionDrift of(List<Prediction> newestFirst) {
        List<Prediction> newest = newestFirst.subList(0, Math.min(NEWEST, newestFirst.size()));
        double[] failed =
                newest.stream().mapToDouble(each -> each.failed ? 1 : 0).toArray();
        double[] predicted =
                newest.stream().mapToDouble(Prediction::probability).toArray();
        return new PredictionDrift(WATCH.judge(failed, predicted), newest.size(), WATCH.excess(failed, predicted));
    }

    /** Whether predictions and outcomes lie further apart than chance explains. */
    public boolean isDrifted() {
        return verdict.level() == DriftLevel.MOVED || verdict.level() == DriftLevel.BROKEN;
    }

    /**
     * Whether what rests on the predicted risk should not bind for now: it has been far too high, so that an enforced gate stops what
     * goes well. A risk that is far too low stops too little, and what it does stop is stopped rightly.
     */
    public boolean suspends() {
        return verdict.level() == DriftLevel.BROKEN && excess < 0;
    }

    /** In a sentence or two. */
    public String sentence() {
        return switch (verdict.level()) {
            case UNKNOWN ->
                "Whether the predicted risk drifts can be told from " + WATCH.leastRows()
                        + " known outcomes on; there are " + outcomes + ".";
            case STABLE -> "No drift: the newest " + outcomes + " predictions came true about as often as they said.";
            case MOVED ->
                "The predicted risk has drifted and is " + direction() + " at the moment. "
                        + verdict.reasons().get(0);
            case BROKEN ->
                "The predicted risk has drifted far and is " + direction() + " at the moment. "
                        + verdict.reasons().get(0);
        };
    }

    private String direction() {
        return excess < 0 ? "too high" : "too low";
    }
}
