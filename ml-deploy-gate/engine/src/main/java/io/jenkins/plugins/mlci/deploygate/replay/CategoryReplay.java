package io.jenkins.plugins.mlci.deploygate.replay;

import io.jenkins.plugins.mlci.deploygate.incident.IncidentCategories;
import io.jenkins.plugins.mlci.deploygate.incident.IncidentRecord;
import io.jenkins.plugins.mlci.deploygate.incident.LabelEstimate;
import io.jenkins.plugins.mlci.shared.evaluate.Interval;
import io.jenkins.plugins.mlci.shared.evaluate.ProbabilityMetrics;
import io.jenkins.plugins.mlci.shared.feature.HashedText;
import io.jenkins.plugins.mlci.shared.learn.SparseLinearLearner;
import io.jenkins.plugins.mlci.shared.learn.SparseLoss;
import io.jenkins.plugins.mlci.shared.learn.TextClassifierLearner;
import io.jenkins.plugins.mlci.shared.learn.TrainingContext;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.LongSupplier;

/**
 * How well the category of an incident is told from its words: cross-validated, since tickets carry no time. Beside it, on the
 * same folds, what everybody begins with: TF-IDF of words and a linear support vector machine.
 *
 * @param folds parts; each is predicted by what was learned from the others
 * @param seed of the parts and the learners
 */
public record CategoryReplay(int folds, long seed) {
    private static final TextClassifierLearner BASELINE = new TextClassifierLearner(
            new HashedText(20, 1, 1, 0, 0, 0),
            new SparseLinearLearner(SparseLoss.SQUARED_HINGE, 1, 15),
            0,
            1,
            Integer.MAX_VALUE);

    public CategoryReplay {
        if (folds < 2) {
            throw new IllegalArgumentException("A cross-validation needs two folds or more.");
        }
    }

    /**
     * What came out.
     *
     * @param rows incidents
     * @param macroF1 of ours
     * @param baseline of the baseline
     * @param f1 of each category by ours
     * @param calibrationError mean distance between the probability of the category that was named and how often it was right
     * @param seconds that one training of ours took, mean
     */
    public record Result(
            int rows,
            Interval macroF1,
            Interval baseline,
            Map<String, Double> f1,
            double calibrationError,
            double seconds) {}

    /** Gets each prediction: the incident's id, its true category, and what was said. */
    @FunctionalInterface
    public interface Sink {
        void accept(String id, String truth, LabelEstimate estimate);
    }

    /** Cross-validates over the incidents that have a category. */
    public Result run(List<IncidentRecord> given, boolean withBaseline, Sink sink, LongSupplier nanoTime) {
        List<IncidentRecord> incidents =
                given.stream().filter(each -> !each.category().isBlank()).toList();
        List<String> labels = incidents.stream()
                .map(IncidentRecord::category)
                .distinct()
                .sorted()
                .toList();
        int n = incidents.size();
        int[] fold = new SplittableRandom(seed).ints(n, 0, folds).toArray();
        int[] truth = incidents.stream()
                .mapToInt(each -> labels.indexOf(each.category()))
                .toArray();
        int[] ours = new int[n];
        int[] theirs = new int[n];
        double[] right = new double[n];
        double[] sure = new double[n];
        long spent = 0;
        for (int f = 0; f < folds; f++) {
            List<IncidentRecord> train = new ArrayList<>();
            for (int i = 0; i < n; i++) {
                if (fold[i] != f) {
                    train.add(incidents.get(i));
                }
            }
            long begin = nanoTime.getAsLong();
            IncidentCategories model = IncidentCategories.learn(train, TrainingContext.seeded(seed))
                    .orElseThrow(() ->
                            new IllegalArgumentException("There are too few incidents with a category to learn from."));
            spent += nanoTime.getAsLong() - begin;
            IncidentCategories baseline = withBaseline ? baseline(train) : null;
            for (int i = 0; i < n; i++) {
                if (fold[i] == f) {
                    LabelEstimate estimate = model.of(incidents.get(i).words());
                    ours[i] = labels.indexOf(estimate.label());
                    right[i] = ours[i] == truth[i] ? 1 : 0;
                    sure[i] = estimate.probability();
                    theirs[i] = baseline == null
                            ? 0
                            : labels.indexOf(
                                    baseline.of(incidents.get(i).words()).label());
                    sink.accept(incidents.get(i).id(), incidents.get(i).category(), estimate);
                }
            }
        }
        ClassCounts counts = new ClassCounts(truth, ours, labels.size());
        Map<String, Double> f1 = new LinkedHashMap<>();
        for (int c = 0; c < labels.size(); c++) {
            f1.put(labels.get(c), counts.f1()[c]);
        }
        return new Result(
                n,
                counts.interval(ClassCounts::macroF1, seed),
                withBaseline
                        ? new ClassCounts(truth, theirs, labels.size()).interval(ClassCounts::macroF1, seed)
                        : new Interval(Double.NaN, Double.NaN, Double.NaN),
                f1,
                ProbabilityMetrics.calibrationError(right, sure),
                spent / 1e9 / folds);
    }

    private IncidentCategories baseline(List<IncidentRecord> train) {
        return new IncidentCategories(BASELINE.fit(
                train.stream().map(IncidentRecord::words).toList(),
                train.stream().map(IncidentRecord::category).toList(),
                TrainingContext.seeded(seed)));
    }
}
