package io.jenkins.plugins.mlci.shared.learn;

import io.jenkins.plugins.mlci.shared.evaluate.ProbabilityMetrics;
import io.jenkins.plugins.mlci.shared.evaluate.RankingMetrics;
import io.jenkins.plugins.mlci.shared.model.Calibration;
import io.jenkins.plugins.mlci.shared.model.PortableModel;
import java.util.Map;

/**
 * Another learner with honest probabilities. A first model learns from the earlier rows; what it says about the later ones
 * gives the calibration and the metrics. The model that is handed out has learned from all rows.
 */
public final class CalibratedLearner implements Learner {
    private final Learner learner;
    private final Calibrator calibrator;
    private final double heldOut;

    /**
     * A learner around another.
     *
     * @param heldOut share of the latest rows to calibrate on, (0, 0.5]
     */
    public CalibratedLearner(Learner learner, Calibrator calibrator, double heldOut) {
        if (!(heldOut > 0 && heldOut <= 0.5)) {
            throw new IllegalArgumentException(
                    "The share of rows to calibrate on must be more than 0 and at most 0.5, not " + heldOut + ".");
        }
        this.learner = learner;
        this.calibrator = calibrator;
        this.heldOut = heldOut;
    }

    @Override
    public PortableModel fit(TrainingSet given, TrainingContext context) {
        TrainingSet set = given.latest(context.maxRows());
        set.requireBinary();
        int cut = set.cut(heldOut);
        TrainingSet earlier = set.slice(0, cut);
        TrainingSet later = set.slice(cut, set.rows());
        int positives = later.positives();
        if (positives == 0
                || positives == later.rows()
                || earlier.positives() == 0
                || earlier.positives() == earlier.rows()) {
            PortableModel plain = learner.fit(set, context);
            return plain.withProvenance(plain.provenance()
                    .noting("Not calibrated: the earlier or the held-out rows were all of one kind."));
        }
        double[] raw = learner.fit(earlier, context).probabilities(later.table());
        Calibration calibration = calibrator.fit(raw, later.labels(), later.weights());
        Map<String, Double> metrics = Map.of(
                "heldOutRocAuc", RankingMetrics.rocAuc(later.labels(), raw),
                "heldOutAveragePrecision", RankingMetrics.averagePrecision(later.labels(), raw),
                "heldOutLogLoss", ProbabilityMetrics.logLoss(later.labels(), raw),
                "heldOutCalibrationError", ProbabilityMetrics.calibrationError(later.labels(), raw));
        PortableModel all = learner.fit(set, context);
        return all.withCalibration(calibration).withProvenance(all.provenance().withMetrics(metrics));
    }
}
