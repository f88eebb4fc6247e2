package io.jenkins.plugins.mlci.logscan.category;

import io.jenkins.plugins.mlci.shared.feature.FeatureTable;
import io.jenkins.plugins.mlci.shared.feature.FeatureTableBuilder;
import io.jenkins.plugins.mlci.shared.learn.LogisticRegressionLearner;
import io.jenkins.plugins.mlci.shared.learn.TrainingContext;
import io.jenkins.plugins.mlci.shared.learn.TrainingSet;
import io.jenkins.plugins.mlci.shared.model.ModelJson;
import io.jenkins.plugins.mlci.shared.model.PortableModel;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Tells the {@link FailureCategory} from the lines that state a cause: one logistic regression a category, each against all others, whose
 * probabilities are mixed with what the phrases of each category say and brought to a sum of 1. The phrases alone recognise a kind with few
 * examples; what was learned decides where they say little or too much.
 */
public final class CategoryModel {
    /** Penalty on the weights: the examples are few. */
    private static final double L2 = 3;
    /** What a kind that was never learned gets instead of a learned probability. */
    private static final double UNLEARNED = 0.05;

    private static final double LEAST = 0.02;

    /** What a phrase in the first line adds to the log-odds. */
    private static final double SPOKEN = 3;

    /**
     * How much of the learned log-probability counts. Beside {@link #SPOKEN} it says who is right when the two disagree: the examples are few.
     * Both together say how sure the answer is; as they are, about so many are right as their probabilities say.
     */
    private static final double LEARNED = 0.8;

    private final Map<FailureCategory, PortableModel> models;

    /** @param models one a category; a category without a model is told from its phrases alone */
    public CategoryModel(Map<FailureCategory, PortableModel> models) {
        this.models = new EnumMap<>(FailureCategory.class);
        models.forEach((category, model) -> this.models.put(category, model.over(CategoryFeatures.SCHEMA)));
    }

    /**
     * An example to learn from.
     *
     * @param lines what the cause lines say, the first one meant
     * @param category the right answer
     */
    public record Example(List<String> lines, FailureCategory category) {
        public Example {
            lines = List.copyOf(lines);
        }
    }

    /** Learns from examples. A category with fewer than two is left to its phrases. */
    public static CategoryModel learn(List<Example> examples, TrainingContext context) {
        FeatureTableBuilder builder = new FeatureTableBuilder(CategoryFeatures.SCHEMA, examples.size());
        examples.forEach(example -> builder.add(CategoryFeatures.row(example.lines())));
        FeatureTable table = builder.build();
        Map<FailureCategory, PortableModel> models = new EnumMap<>(FailureCategory.class);
        for (FailureCategory category : FailureCategory.values()) {
            double[] labels = examples.stream()
                    .mapToDouble(example -> example.category() == category ? 1 : 0)
                    .toArray();
            long positives =
                    examples.stream().filter(e -> e.category() == category).count();
            if (positives >= 2 && positives < labels.length) {
                models.put(category, new LogisticRegressionLearner(L2, 0).fit(TrainingSet.of(table, labels), context));
            }
        }
        return new CategoryModel(models);
    }

    /** The models, to be written to files. */
    public Map<FailureCategory, PortableModel> models() {
        return Map.copyOf(models);
    }

    /**
     * What kind of failure these cause lines tell of, the first line meant; unknown where there is no line, or no phrase of any kind in them: what
     * was learned alone is a guess then, and more often wrong than right. Trying again is no help against what the first line says, whatever
     * other lines tell of: a source that does not compile, though a server was away too.
     */
    public CategoryEstimate estimate(List<String> causeLines, TransientKnowledge knowledge) {
        if (causeLines.isEmpty()) {
            return unknown(0);
        }
        Map<FailureCategory, Double> phrases = CategoryPhrases.scores(causeLines);
        if (phrases.values().stream().allMatch(score -> score == 0)) {
            return unknown(knowledge.probability(FailureCategory.UNKNOWN));
        }
        double[] row = CategoryFeatures.row(causeLines);
        FeatureTable table =
                new FeatureTableBuilder(CategoryFeatures.SCHEMA, 1).add(row).build();
        Map<FailureCategory, Double> shares = new EnumMap<>(FailureCategory.class);
        double sum = 0;
        for (FailureCategory category : FailureCategory.values()) {
            if (category != FailureCategory.UNKNOWN) {
                PortableModel model = models.get(category);
                double learned = model == null ? UNLEARNED : model.probabilities(table)[0];
                double value =
                        Math.exp(SPOKEN * phrases.getOrDefault(category, 0.0)) * Math.pow(learned + LEAST, LEARNED);
                shares.put(category, value);
                sum += value;
            }
        }
        Map<FailureCategory, Double> sorted = new LinkedHashMap<>();
        double total = sum;
        shares.entrySet().stream()
                .sorted(Map.Entry.<FailureCategory, Double>comparingByValue().reversed())
                .forEach(entry -> sorted.put(entry.getKey(), entry.getValue() / total));
        Map.Entry<FailureCategory, Double> best = sorted.entrySet().iterator().next();
        double again = knowledge.probability(sorted);
        FailureCategory first = CategoryPhrases.strongest(causeLines.get(0), best.getKey());
        return new CategoryEstimate(
                best.getKey(),
                best.getValue(),
                sorted,
                first == best.getKey() ? again : Math.min(again, knowledge.probability(first)));
    }

    private static CategoryEstimate unknown(double again) {
        return new CategoryEstimate(FailureCategory.UNKNOWN, 1, Map.of(FailureCategory.UNKNOWN, 1.0), again);
    }

    /** The file name of a shipped model, beside this class. */
    public static String fileName(FailureCategory category) {
        return "category-" + category.key().replace('_', '-') + ".json";
    }

    /** The model that ships with this version. */
    public static CategoryModel shipped() {
        return Shipped.MODEL;
    }

    /** Read once, when first needed. */
    private static final class Shipped {
        static final CategoryModel MODEL = read();

        private static CategoryModel read() {
            Map<FailureCategory, PortableModel> models = new EnumMap<>(FailureCategory.class);
            for (FailureCategory category : FailureCategory.values()) {
                try (InputStream in = CategoryModel.class.getResourceAsStream(fileName(category))) {
                    if (in != null) {
                        models.put(category, ModelJson.read(in.readAllBytes()));
                    }
                } catch (IOException e) {
                    throw new UncheckedIOException("The model of category " + category.key() + " cannot be read.", e);
                }
            }
            return new CategoryModel(models);
        }
    }
}
