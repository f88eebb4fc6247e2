package io.jenkins.plugins.mlci.shared.learn;

import io.jenkins.plugins.mlci.shared.feature.HashedText;
import io.jenkins.plugins.mlci.shared.feature.SparseVector;
import io.jenkins.plugins.mlci.shared.learn.SparseLinearLearner.Weights;
import io.jenkins.plugins.mlci.shared.model.LogOdds;
import io.jenkins.plugins.mlci.shared.model.PlattCalibration;
import io.jenkins.plugins.mlci.shared.model.Provenance;
import io.jenkins.plugins.mlci.shared.model.TextClassifier;
import io.jenkins.plugins.mlci.shared.model.TextClassifier.Part;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Learns which label fits a text: a linear model for each label against all others on TF-IDF of hashed words. Probabilities
 * are calibrated on texts that the calibrated model had not learned from.
 *
 * @param text how text becomes numbers
 * @param linear learns each label's weights
 * @param balance how much more an error on a text of a rare label costs: the odds against the label to this power; 0 for
 *     not at all, at most 1
 * @param leastTexts a word counts when it is in this many texts; at least 1
 * @param mostBuckets the model keeps the buckets with the largest weights, this many at most; at least 1
 */
public record TextClassifierLearner(
        HashedText text, SparseLinearLearner linear, double balance, int leastTexts, int mostBuckets) {
    /** What is good for incident texts, tickets and the like. */
    public static final TextClassifierLearner DEFAULT = new TextClassifierLearner(
            HashedText.WORDS_AND_PAIRS,
            new SparseLinearLearner(SparseLoss.SQUARED_HINGE, 0.3, 8),
            0.5,
            2,
            Integer.MAX_VALUE);

    private static final int FOLDS = 3;
    /** From so many texts on, one part is enough to calibrate on. */
    private static final int MANY = 3_000;
    /** Of fewer texts, every word counts. */
    private static final int FEW = 100;

    public TextClassifierLearner {
        if (!(balance >= 0 && balance <= 1) || leastTexts < 1 || mostBuckets < 1) {
            throw new IllegalArgumentException(
                    "A text classifier needs a balance of 0 to 1, words that are in at least one"
                            + " text, and at least one bucket.");
        }
    }

    /**
     * Learns; the labels of the model are sorted.
     *
     * @param texts of more than the context's cap, the last are taken
     * @param labels the label of each text
     * @throws IllegalArgumentException when there are fewer than two labels
     * @throws TrainingCancelledException when the context was cancelled
     */
    public TextClassifier fit(List<String> texts, List<String> labels, TrainingContext context) {
        if (texts.size() != labels.size()) {
            throw new IllegalArgumentException(
                    "There are " + texts.size() + " texts for " + labels.size() + " labels.");
        }
        int first = Math.max(0, texts.size() - context.maxRows());
        List<SparseVector> counts = new ArrayList<>();
        for (String each : texts.subList(first, texts.size())) {
            context.check();
            counts.add(text.vector(each));
        }
        List<String> kept = labels.subList(first, labels.size());
        float[] rarity = rarity(counts);
        List<SparseVector> rows = rows(counts, rarity);
        List<String> names = kept.stream().distinct().sorted().toList();
        if (names.size() < 2) {
            throw new IllegalArgumentException("Nothing can be learned: all texts have the same label.");
        }
        if (mostBuckets < text.buckets()) {
            rarity = Pruning.keep(mostBuckets, rarity, weights(rows, kept, names, context));
            rows = rows(counts, rarity);
        }
        List<Part> parts = new ArrayList<>();
        for (String name : names) {
            parts.add(part(rows, is(name, kept), context));
        }
        return new TextClassifier(text, rarity, names, parts, provenance(rows.size(), names, context));
    }

    private List<Weights> weights(
            List<SparseVector> rows, List<String> labels, List<String> names, TrainingContext context) {
        return names.stream()
                .map(name -> learn(rows, is(name, labels), context))
                .toList();
    }

    private Part part(List<SparseVector> rows, boolean[] isLabel, TrainingContext context) {
        Weights weights = learn(rows, isLabel, context);
        return new Part(weights.weights(), weights.bias(), calibration(rows, isLabel, context));
    }

    private Weights learn(List<SparseVector> rows, boolean[] isLabel, TrainingContext context) {
        return linear.fit(rows, isLabel, costs(isLabel), text.buckets(), context);
    }

    private double[] costs(boolean[] isLabel) {
        double positives = 0;
        for (boolean positive : isLabel) {
            positives += positive ? 1 : 0;
        }
        double factor = Math.pow((isLabel.length - positives) / positives, balance);
        double[] costs = new double[isLabel.length];
        for (int i = 0; i < costs.length; i++) {
            costs[i] = isLabel[i] ? factor : 1;
        }
        return costs;
    }

    /** Learned from scores of rows that the scoring model had not seen: of all rows where there are few, else of a part. */
    private PlattCalibration calibration(List<SparseVector> rows, boolean[] isLabel, TrainingContext context) {
        int[] fold = Folds.of(isLabel, FOLDS);
        double[] probabilities = new double[rows.size()];
        double[] labels = new double[rows.size()];
        int known = 0;
        for (int held = 0; held < (rows.size() < MANY ? FOLDS : 1); held++) {
            Folds.Others others = Folds.others(rows, isLabel, fold, held);
            if (others.oneKind()) {
                return new PlattCalibration(1, 0);
            }
            Weights weights = learn(others.rows(), others.labels(), context);
            for (int i = 0; i < fold.length; i++) {
                if (fold[i] == held) {
                    probabilities[known] = LogOdds.probability(weights.score(rows.get(i)));
                    labels[known++] = isLabel[i] ? 1 : 0;
                }
            }
        }
        return (PlattCalibration)
                Calibrator.PLATT.fit(Arrays.copyOf(probabilities, known), Arrays.copyOf(labels, known), null);
    }

    private static boolean[] is(String name, List<String> labels) {
        boolean[] is = new boolean[labels.size()];
        for (int i = 0; i < is.length; i++) {
            is[i] = labels.get(i).equals(name);
        }
        return is;
    }

    private static List<SparseVector> rows(List<SparseVector> counts, float[] rarity) {
        return counts.stream().map(row -> row.times(rarity).normalised()).toList();
    }

    /** Inverse document frequency: {@code 1 + ln((1 + texts) / (1 + texts with it))}. */
    private float[] rarity(List<SparseVector> counts) {
        int[] texts = new int[text.buckets()];
        for (SparseVector row : counts) {
            for (int i = 0; i < row.size(); i++) {
                texts[row.index(i)]++;
            }
        }
        int least = counts.size() < FEW ? 1 : leastTexts;
        float[] rarity = new float[texts.length];
        for (int i = 0; i < texts.length; i++) {
            boolean counted = texts[i] >= least;
            rarity[i] = counted ? (float) (1 + Math.log((1.0 + counts.size()) / (1.0 + texts[i]))) : 0;
        }
        return rarity;
    }

    private Provenance provenance(int rows, List<String> names, TrainingContext context) {
        Map<String, String> parameters = new TreeMap<>();
        parameters.put("text", text.toString());
        parameters.put("loss", linear.loss().name());
        parameters.put("cost", Double.toString(linear.cost()));
        parameters.put("epochs", Integer.toString(linear.epochs()));
        parameters.put("balance", Double.toString(balance));
        parameters.put("leastTexts", Integer.toString(leastTexts));
        return new Provenance(
                "text-classifier",
                parameters,
                context.codeVersion(),
                context.from(),
                context.to(),
                rows,
                0,
                context.seed(),
                Map.of(),
                names.size() + " labels");
    }
}
