package io.jenkins.plugins.mlci.shared.model;

import io.jenkins.plugins.mlci.shared.feature.Clipper;
import io.jenkins.plugins.mlci.shared.learn.BoostingParameters;
import io.jenkins.plugins.mlci.shared.learn.GradientBoosting;
import io.jenkins.plugins.mlci.shared.learn.SyntheticData;
import io.jenkins.plugins.mlci.shared.learn.TrainingContext;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** Small models for tests. */
public final class Models {
    private Models() {}

    /** A boosted model of 5 features; the same seed gives the same model. */
    public static PortableModel boosted(long seed) {
        TrainingContext context = TrainingContext.seeded(seed)
                .describedAs("1.2", Instant.parse("2026-01-01T00:00:00Z"), Instant.parse("2026-02-01T00:00:00Z"));
        return new GradientBoosting(BoostingParameters.builder().trees(5).build())
                .fit(SyntheticData.rows(400, 5, seed), context)
                .withCalibration(new PlattCalibration(0.9, 0.1));
    }

    /** A linear model of 2 features without a training window. */
    public static PortableModel linear() {
        Provenance provenance =
                new Provenance("by-hand", Map.of(), "1.2", null, null, 10, 3, 0, Map.of("rocAuc", 0.7), "");
        LinearPredictor predictor = new LinearPredictor(
                -1,
                List.of(
                        new LinearTerm(new Clipper(0, 9), 1, 2, 3, 0.5, 0.1),
                        new LinearTerm(Clipper.NONE, 0, 1, -1, 0, 0)));
        return new PortableModel(
                SyntheticData.schema(2),
                predictor,
                new IsotonicCalibration(List.of(0.1, 0.9), List.of(0.2, 0.8)),
                provenance);
    }
}
