package io.jenkins.plugins.mlci.logscan.replay;

import io.jenkins.plugins.mlci.logscan.category.CategoryModel;
import io.jenkins.plugins.mlci.logscan.category.FailureCategory;
import io.jenkins.plugins.mlci.shared.feature.Feature;
import io.jenkins.plugins.mlci.shared.feature.FeatureSchema;
import io.jenkins.plugins.mlci.shared.feature.FeatureTable;
import io.jenkins.plugins.mlci.shared.feature.FeatureTableBuilder;
import io.jenkins.plugins.mlci.shared.learn.LogisticRegressionLearner;
import io.jenkins.plugins.mlci.shared.learn.TrainingContext;
import io.jenkins.plugins.mlci.shared.learn.TrainingSet;
import io.jenkins.plugins.mlci.shared.model.PortableModel;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;

/** A known way to tell categories, to be compared with: hashed words weighted by TF-IDF, logistic regression one against all. */
final class TfIdfCategories {
    private static final int SIZE = 200;
    private static final double L2 = 1;
    private static final FeatureSchema SCHEMA = new FeatureSchema(
            "tf-idf",
            1,
            IntStream.range(0, SIZE)
                    .mapToObj(i -> new Feature("word_" + i, "weight", "words whose hash falls here", false))
                    .toList());

    private final double[] idf = new double[SIZE];
    private final Map<FailureCategory, PortableModel> models = new EnumMap<>(FailureCategory.class);

    TfIdfCategories(List<CategoryModel.Example> examples, long seed) {
        double[] documents = new double[SIZE];
        for (CategoryModel.Example example : examples) {
            double[] counts = counts(example.lines());
            for (int i = 0; i < SIZE; i++) {
                documents[i] += counts[i] > 0 ? 1 : 0;
            }
        }
        for (int i = 0; i < SIZE; i++) {
            idf[i] = Math.log((1 + examples.size()) / (1 + documents[i])) + 1;
        }
        FeatureTableBuilder builder = new FeatureTableBuilder(SCHEMA, examples.size());
        examples.forEach(example -> builder.add(row(example.lines())));
        FeatureTable table = builder.build();
        for (FailureCategory category : FailureCategory.values()) {
            double[] labels = examples.stream()
                    .mapToDouble(example -> example.category() == category ? 1 : 0)
                    .toArray();
            double positives = java.util.Arrays.stream(labels).sum();
            if (positives > 0 && positives < labels.length) {
                TrainingSet set = TrainingSet.of(table, labels);
                models.put(category, new LogisticRegressionLearner(L2, 0).fit(set, TrainingContext.seeded(seed)));
            }
        }
    }

    FailureCategory category(List<String> lines) {
        FeatureTable table = new FeatureTableBuilder(SCHEMA, 1).add(row(lines)).build();
        FailureCategory best = FailureCategory.UNKNOWN;
        double most = -1;
        for (Map.Entry<FailureCategory, PortableModel> model : models.entrySet()) {
            double probability = model.getValue().probabilities(table)[0];
            if (probability > most) {
                most = probability;
                best = model.getKey();
            }
        }
        return best;
    }

    private double[] row(List<String> lines) {
        double[] row = counts(lines);
        double length = 0;
        for (int i = 0; i < SIZE; i++) {
            row[i] = Math.log1p(row[i]) * idf[i];
            length += row[i] * row[i];
        }
        for (int i = 0; i < SIZE && length > 0; i++) {
            row[i] /= Math.sqrt(length);
        }
        return row;
    }

    private static double[] counts(List<String> lines) {
        double[] counts = new double[SIZE];
        for (String line : lines) {
            for (String word : line.toLowerCase(Locale.ROOT).split("[^a-z]+")) {
                if (word.length() > 2) {
                    counts[Math.floorMod(word.hashCode() * 0x9E3779B1 >>> 5, SIZE)]++;
                }
            }
        }
        return counts;
    }
}
