package io.jenkins.plugins.mlci.shared.model;

import io.jenkins.plugins.mlci.shared.feature.HashedText;
import io.jenkins.plugins.mlci.shared.feature.HashedText.Token;
import io.jenkins.plugins.mlci.shared.feature.SparseVector;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Says which of some labels fits a text: one linear model for each label on hashed words, weighed by how rare they are
 * (TF-IDF), with calibrated probabilities. Holds no word of what it learned from.
 *
 * @param text how text becomes numbers
 * @param rarity factor for each bucket (inverse document frequency), 0 or more; 0 for a bucket that is not used
 * @param labels at least two, all different
 * @param parts the linear model of each label, in the same order
 * @param provenance where the model comes from
 */
public record TextClassifier(
        HashedText text, float[] rarity, List<String> labels, List<Part> parts, Provenance provenance) {
    public TextClassifier {
        labels = List.copyOf(labels);
        parts = List.copyOf(parts);
        Objects.requireNonNull(provenance, "provenance");
        if (labels.size() < 2 || new HashSet<>(labels).size() != labels.size() || parts.size() != labels.size()) {
            throw new ModelFormatException(
                    "A text classifier needs two different labels or more, each with its model.");
        }
        requireRow(rarity, text.buckets(), true);
        for (Part part : parts) {
            requireRow(part.weights, text.buckets(), false);
        }
    }

    private static void requireRow(float[] row, int buckets, boolean notNegative) {
        boolean good = row.length == buckets;
        for (int i = 0; good && i < row.length; i++) {
            good = Float.isFinite(row[i]) && (row[i] >= 0 || !notNegative);
        }
        if (!good) {
            throw new ModelFormatException("A text classifier needs one finite number for each of its buckets.");
        }
    }

    /**
     * The linear model of one label.
     *
     * @param weights one for each bucket
     * @param bias added to every score
     * @param calibration of the sigmoid of the score
     */
    public record Part(float[] weights, double bias, PlattCalibration calibration) {
        public Part {
            Objects.requireNonNull(calibration, "calibration");
            if (!Double.isFinite(bias)) {
                throw new ModelFormatException("The bias of a text classifier must be a finite number.");
            }
        }
    }

    /** What a text is to this model: a row of length 1, or all zeros when none of its words is known. */
    public SparseVector row(String document) {
        return text.vector(document).times(rarity).normalised();
    }

    /** The score of each label: the higher, the better it fits. */
    public double[] scores(SparseVector row) {
        return parts.stream()
                .mapToDouble(part -> part.bias + row.dot(part.weights))
                .toArray();
    }

    /** The probability of each label; they add up to 1. */
    public double[] probabilities(String document) {
        double[] scores = scores(row(document));
        double sum = 0;
        for (int i = 0; i < scores.length; i++) {
            scores[i] = parts.get(i).calibration.calibrate(LogOdds.probability(scores[i]));
            sum += scores[i];
        }
        for (int i = 0; i < scores.length; i++) {
            scores[i] = sum > 0 ? scores[i] / sum : 1.0 / scores.length;
        }
        return scores;
    }

    /**
     * The words and pairs that speak most for a label in this text, each with what it adds to the score, the strongest first.
     *
     * @param label position of the label
     */
    public Map<String, Double> reasons(String document, int label, int most) {
        SparseVector row = row(document);
        Map<Integer, String> names = new HashMap<>();
        for (Token token : text.tokens(document)) {
            names.merge(token.bucket(), token.text(), (a, b) -> a.length() <= b.length() ? a : b);
        }
        Map<String, Double> all = new HashMap<>();
        for (int i = 0; i < row.size(); i++) {
            double adds = row.value(i) * parts.get(label).weights[row.index(i)];
            all.merge(names.get(row.index(i)), adds, Double::sum);
        }
        Map<String, Double> strongest = new LinkedHashMap<>();
        all.entrySet().stream()
                .filter(entry -> entry.getValue() > 0)
                .sorted(Map.Entry.<String, Double>comparingByValue()
                        .reversed()
                        .thenComparing(Map.Entry.comparingByKey(Comparator.naturalOrder())))
                .limit(most)
                .forEach(entry -> strongest.put(entry.getKey(), entry.getValue()));
        return strongest;
    }

    @Override
    public boolean equals(Object other) {
        return this == other;
    }

    @Override
    public int hashCode() {
        return System.identityHashCode(this);
    }
}
