package io.jenkins.plugins.mlci.shared.watch;

import io.jenkins.plugins.mlci.shared.feature.FeatureSchema;
import io.jenkins.plugins.mlci.shared.feature.FeatureTable;
import java.util.ArrayList;
import java.util.List;

/** Watches all features of a model against its training rows. */
public final class FeatureWatch {
    private final FeatureSchema schema;
    private final List<PopulationStability> features;

    private FeatureWatch(FeatureSchema schema, List<PopulationStability> features) {
        this.schema = schema;
        this.features = features;
    }

    /** Learns the distribution of each feature. */
    public static FeatureWatch train(FeatureTable table) {
        List<PopulationStability> features = new ArrayList<>();
        for (int f = 0; f < table.schema().size(); f++) {
            features.add(PopulationStability.train(table.column(f)));
        }
        return new FeatureWatch(table.schema(), features);
    }

    /** The worst verdict over the features, with a reason for each that moved. */
    public DriftVerdict judge(FeatureTable live) {
        if (!live.schema().matches(schema)) {
            throw new IllegalArgumentException("The live rows have other features than the training rows.");
        }
        List<DriftVerdict> verdicts = new ArrayList<>();
        for (int f = 0; f < features.size(); f++) {
            verdicts.add(features.get(f).judge(schema.features().get(f).name(), live.column(f)));
        }
        return DriftVerdict.worst(verdicts);
    }
}
