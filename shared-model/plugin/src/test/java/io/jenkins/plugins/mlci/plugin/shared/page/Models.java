package io.jenkins.plugins.mlci.plugin.shared.page;

import io.jenkins.plugins.mlci.plugin.shared.store.SharedHistory;
import io.jenkins.plugins.mlci.shared.evaluate.Interval;
import io.jenkins.plugins.mlci.shared.feature.Feature;
import io.jenkins.plugins.mlci.shared.feature.FeatureSchema;
import io.jenkins.plugins.mlci.shared.feature.FeatureTableBuilder;
import io.jenkins.plugins.mlci.shared.learn.LogisticRegressionLearner;
import io.jenkins.plugins.mlci.shared.learn.TrainingContext;
import io.jenkins.plugins.mlci.shared.learn.TrainingSet;
import io.jenkins.plugins.mlci.shared.model.PortableModel;
import io.jenkins.plugins.mlci.shared.registry.Comparison;
import io.jenkins.plugins.mlci.shared.registry.ModelRegistry;
import io.jenkins.plugins.mlci.shared.registry.ModelVersion;
import io.jenkins.plugins.mlci.shared.registry.Scope;
import java.io.IOException;
import java.util.List;
import java.util.Map;

/** Small models that were really trained. */
public final class Models {
    private static final Comparison.Verdict GOOD =
            new Comparison.Verdict(true, new Interval(0, 0, 0), "It is not worse than what it replaces.");

    private Models() {}

    /** A model that has learned that a larger change fails more often. */
    public static PortableModel train() {
        FeatureSchema schema = new FeatureSchema("sizes", 1, List.of(Feature.of("lines", "lines", "lines changed")));
        FeatureTableBuilder table = new FeatureTableBuilder(schema, 200);
        double[] labels = new double[200];
        for (int row = 0; row < labels.length; row++) {
            table.add(row % 50);
            labels[row] = row % 50 > 30 ? 1 : 0;
        }
        PortableModel model = new LogisticRegressionLearner(1, 0.01)
                .fit(TrainingSet.of(table.build(), labels), TrainingContext.seeded(7));
        return model.withProvenance(model.provenance().withMetrics(Map.of("auc", 0.91, "auc of the baseline", 0.7)));
    }

    /** Puts a new version into force. */
    public static ModelVersion activate(String purpose, Scope scope) throws IOException {
        ModelRegistry registry = SharedHistory.get().registry();
        return registry.promote(registry.propose(purpose, scope, train()), GOOD);
    }
}
