package io.jenkins.plugins.mlci.deploygate.incident;

import io.jenkins.plugins.mlci.shared.feature.SparseVector;
import io.jenkins.plugins.mlci.shared.learn.TextClassifierLearner;
import io.jenkins.plugins.mlci.shared.learn.TrainingContext;
import io.jenkins.plugins.mlci.shared.model.TextClassifier;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Says of what kind an incident is, by its words.
 *
 * @param model trained on incidents whose category people gave
 */
public record IncidentCategories(TextClassifier model) {
    /** A category is learned when it has this many incidents. */
    public static final int LEAST_OF_A_KIND = 5;

    private static final int REASONS = 5;

    /**
     * Learns from the incidents whose category somebody gave; empty while there are fewer than two categories with enough of
     * them.
     */
    public static Optional<IncidentCategories> learn(List<IncidentRecord> incidents, TrainingContext context) {
        Map<String, Long> counts = incidents.stream()
                .filter(each -> !each.givenCategory().isBlank())
                .collect(Collectors.groupingBy(IncidentRecord::givenCategory, Collectors.counting()));
        List<IncidentRecord> usable = incidents.stream()
                .filter(each -> counts.getOrDefault(each.givenCategory(), 0L) >= LEAST_OF_A_KIND)
                .toList();
        if (usable.stream().map(IncidentRecord::category).distinct().count() < 2) {
            return Optional.empty();
        }
        return Optional.of(new IncidentCategories(TextClassifierLearner.DEFAULT.fit(
                usable.stream().map(IncidentRecord::words).toList(),
                usable.stream().map(IncidentRecord::category).toList(),
                context)));
    }

    /** The category of a text. */
    public LabelEstimate of(String text) {
        return estimate(model, text);
    }

    /** What a classifier says of a text. */
    static LabelEstimate estimate(TextClassifier model, String text) {
        SparseVector row = model.row(text);
        double[] scores = model.scores(row);
        double[] probabilities = model.probabilities(text);
        int best = 0;
        for (int i = 1; i < scores.length; i++) {
            best = scores[i] > scores[best] ? i : best;
        }
        List<LabelEstimate.Other> others = new ArrayList<>();
        for (int i = 0; i < scores.length; i++) {
            if (i != best) {
                others.add(new LabelEstimate.Other(model.labels().get(i), probabilities[i]));
            }
        }
        others.sort(Comparator.comparingDouble(LabelEstimate.Other::probability).reversed());
        return new LabelEstimate(model.labels().get(best), probabilities[best], others, reasons(model, text, best));
    }

    /** The strongest words that tell a reader something. */
    private static List<String> reasons(TextClassifier model, String text, int label) {
        return model.reasons(text, label, Integer.MAX_VALUE).keySet().stream()
                .filter(words -> !FunctionWords.only(words))
                .limit(REASONS)
                .toList();
    }
}
