package io.jenkins.plugins.mlci.deploygate.replay;

import io.jenkins.plugins.mlci.shared.evaluate.ProbabilityMetrics;
import io.jenkins.plugins.mlci.shared.evaluate.RankingMetrics;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * How good the probabilities of some steps are. NaN where a number is not defined.
 *
 * @param rows steps judged
 * @param failures failed ones
 * @param auc area under the ROC curve
 * @param prAuc average precision
 * @param brier mean squared error
 * @param brierOfRate the same for who always says the true share of failures of these very steps
 * @param calibrationError expected calibration error over ten bins
 * @param captured5 share of the failures among the riskiest 5 %
 * @param captured10 among the riskiest 10 %
 * @param captured50 among the riskier half
 */
public record RiskScores(
        int rows,
        int failures,
        double auc,
        double prAuc,
        double brier,
        double brierOfRate,
        double calibrationError,
        double captured5,
        double captured10,
        double captured50) {

    /**
     * The scores of the judged steps from a position on.
     *
     * @param values probabilities, or scores of which only the order counts; NaN where nothing was said: left out
     * @param probabilities whether the values are probabilities
     */
    public static RiskScores of(List<Step> steps, double[] values, int from, boolean probabilities) {
        int[] rows = java.util.stream.IntStream.range(from, steps.size())
                .filter(i -> steps.get(i).judged() && !Double.isNaN(values[i]))
                .toArray();
        double[] labels =
                Arrays.stream(rows).mapToDouble(i -> steps.get(i).label()).toArray();
        double[] said = Arrays.stream(rows).mapToDouble(i -> values[i]).toArray();
        double failures = Arrays.stream(labels).sum();
        double rate = failures / Math.max(1, labels.length);
        return new RiskScores(
                labels.length,
                (int) failures,
                RankingMetrics.rocAuc(labels, said),
                RankingMetrics.averagePrecision(labels, said),
                probabilities ? ProbabilityMetrics.brier(labels, said) : Double.NaN,
                rate * (1 - rate),
                probabilities ? ProbabilityMetrics.calibrationError(labels, said) : Double.NaN,
                captured(labels, said, 0.05),
                captured(labels, said, 0.1),
                captured(labels, said, 0.5));
    }

    /** The share of failures among the riskiest share of the rows; ties in the order of time. */
    static double captured(double[] labels, double[] said, double share) {
        Integer[] order = new Integer[labels.length];
        Arrays.setAll(order, i -> i);
        Arrays.sort(order, Comparator.comparingDouble((Integer i) -> -said[i]));
        double found = 0;
        for (int i = 0; i < (int) Math.round(labels.length * share); i++) {
            found += labels[order[i]];
        }
        return found / Arrays.stream(labels).sum();
    }

    /** By name, for JSON. */
    public Map<String, Double> figures() {
        Map<String, Double> figures = new LinkedHashMap<>();
        figures.put("rows", (double) rows);
        figures.put("failures", (double) failures);
        figures.put("auc", auc);
        figures.put("pr_auc", prAuc);
        figures.put("brier", brier);
        figures.put("brier_of_rate", brierOfRate);
        figures.put("calibration_error", calibrationError);
        figures.put("captured_5", captured5);
        figures.put("captured_10", captured10);
        figures.put("captured_50", captured50);
        return figures;
    }
}
