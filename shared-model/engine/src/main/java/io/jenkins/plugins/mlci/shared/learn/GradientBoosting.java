package io.jenkins.plugins.mlci.shared.learn;

import io.jenkins.plugins.mlci.shared.model.Calibration;
import io.jenkins.plugins.mlci.shared.model.PortableModel;
import io.jenkins.plugins.mlci.shared.model.Provenance;
import java.util.Map;

/**
 * Histogram gradient boosting of decision trees on log-odds, with quantile bins, missing values that learn their own way,
 * monotone features and early stopping on the latest rows.
 *
 * <p>Sources: T. Chen, C. Guestrin, XGBoost, KDD 2016; G. Ke et al., LightGBM, NIPS 2017.
 */
public final class GradientBoosting implements Learner {
    private final BoostingParameters parameters;

    /** With these parameters. */
    public GradientBoosting(BoostingParameters parameters) {
        this.parameters = parameters;
    }

    @Override
    public PortableModel fit(TrainingSet given, TrainingContext context) {
        long deadline = context.deadline();
        TrainingSet set = given.latest(context.maxRows());
        set.requireBothKinds("");
        int cut = parameters.validationShare > 0 ? set.cut(parameters.validationShare) : set.rows();
        if (cut == set.rows() || cut == 0) {
            BoostingRun run = new BoostingRun(set, parameters, context, deadline);
            return model(set, run, run.run(parameters.trees), Double.NaN, context);
        }
        TrainingSet earlier = set.slice(0, cut);
        earlier.requireBothKinds(" before the held-out rows");
        BoostingRun watched =
                new BoostingRun(earlier, parameters, context, deadline).watching(set.slice(cut, set.rows()));
        int best = watched.run(parameters.trees);
        if (!parameters.refit || watched.outOfTime()) {
            return model(earlier, watched, best, watched.bestLoss(), context);
        }
        BoostingRun all = new BoostingRun(set, parameters, context, deadline);
        return model(set, all, all.run(best), watched.bestLoss(), context);
    }

    private PortableModel model(
            TrainingSet set, BoostingRun run, int trees, double heldOutLoss, TrainingContext context) {
        Map<String, Double> metrics = Double.isNaN(heldOutLoss) ? Map.of() : Map.of("heldOutLoss", heldOutLoss);
        String notes = run.outOfTime()
                ? "The time budget ended the training after " + trees + " of " + parameters.trees + " trees."
                : "";
        Provenance provenance = context.provenance("gradient-boosting", parameters.describe(), set, notes)
                .withMetrics(metrics);
        return new PortableModel(set.table().schema(), run.ensemble(trees), Calibration.identity(), provenance);
    }
}
