package io.jenkins.plugins.mlci.deploygate.replay;

import io.jenkins.plugins.mlci.deploygate.incident.IncidentRecord;
import io.jenkins.plugins.mlci.deploygate.incident.SeverityContext;
import io.jenkins.plugins.mlci.deploygate.incident.SeverityModel;
import io.jenkins.plugins.mlci.shared.evaluate.Interval;
import io.jenkins.plugins.mlci.shared.evaluate.ProbabilityMetrics;
import io.jenkins.plugins.mlci.shared.evaluate.RankingMetrics;
import io.jenkins.plugins.mlci.shared.feature.HashedText;
import io.jenkins.plugins.mlci.shared.learn.SparseLinearLearner;
import io.jenkins.plugins.mlci.shared.learn.SparseLoss;
import io.jenkins.plugins.mlci.shared.learn.TextClassifierLearner;
import io.jenkins.plugins.mlci.shared.learn.TrainingContext;
import io.jenkins.plugins.mlci.shared.model.TextClassifier;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * How well an urgent incident is told from others, in time order: the first four fifths are learned from, the rest is predicted
 * in steps, and each step is learned from before the next. A severity counts as known a week after the incident was opened.
 *
 * @param steps retrainings
 * @param seed of the learners
 */
public record SeverityReplay(int steps, long seed) {
    /** Priorities that are urgent. */
    public static final Set<String> URGENT = Set.of("blocker", "critical", "urgent", "highest", "p0", "p1");

    private static final double TRAINED = 0.8;
    private static final Duration KNOWN_AFTER = Duration.ofDays(7);
    /** Balanced classes, as everybody sets them for a rare class. */
    private static final TextClassifierLearner BASELINE = new TextClassifierLearner(
            new HashedText(20, 1, 1, 0, 0, 0),
            new SparseLinearLearner(SparseLoss.SQUARED_HINGE, 1, 15),
            1,
            1,
            Integer.MAX_VALUE);

    /**
     * What came out.
     *
     * @param rows incidents that were predicted
     * @param urgent share of urgent ones among them
     * @param baseline balanced accuracy of TF-IDF and a linear support vector machine on the text, with balanced classes
     * @param text balanced accuracy of our text model alone
     * @param all balanced accuracy with what is known beside the text
     * @param textAuc area under the ROC curve of the text model alone
     * @param allAuc the same of all
     * @param calibrationError of the probability of all
     */
    public record Result(
            int rows,
            double urgent,
            Interval baseline,
            Interval text,
            Interval all,
            double textAuc,
            double allAuc,
            double calibrationError) {}

    /** Gets each prediction: the incident's id, whether it was urgent, and what was said. */
    @FunctionalInterface
    public interface Sink {
        void accept(String id, boolean urgent, SeverityModel.Severity severity);
    }

    /** Whether an incident is urgent. */
    public static boolean isUrgent(IncidentRecord incident) {
        return URGENT.contains(incident.priority().toLowerCase(Locale.ROOT));
    }

    /** Replays incidents, which must be in time order. */
    public Result run(List<IncidentRecord> incidents, Sink sink) {
        int cut = (int) (incidents.size() * TRAINED);
        int rows = incidents.size() - cut;
        Predictions made = new Predictions(rows);
        for (int step = 0; step < steps; step++) {
            int from = cut + (int) ((long) rows * step / steps);
            int to = cut + (int) ((long) rows * (step + 1) / steps);
            if (from < to) {
                predict(incidents, from, to, cut, made, sink);
            }
        }
        return made.result(seed);
    }

    private void predict(List<IncidentRecord> incidents, int from, int to, int cut, Predictions made, Sink sink) {
        int known = from;
        while (known > 0 && !isKnown(incidents.get(known - 1), incidents.get(from))) {
            known--;
        }
        List<IncidentRecord> train = incidents.subList(0, known);
        TrainingContext context = TrainingContext.seeded(seed);
        SeverityModel model = SeverityModel.learn(train, SeverityReplay::isUrgent, each -> Double.NaN, context)
                .orElseThrow(() -> new IllegalArgumentException(
                        "There are too few incidents with a priority, or all are urgent or none is."));
        TextClassifier baseline = BASELINE.fit(
                train.stream().map(IncidentRecord::words).toList(),
                train.stream().map(each -> isUrgent(each) ? "yes" : "no").toList(),
                context);
        SeverityContext past = new SeverityContext();
        int added = 0;
        for (int i = from; i < to; i++) {
            IncidentRecord incident = incidents.get(i);
            while (added < i && isKnown(incidents.get(added), incident)) {
                past.add(incidents.get(added), isUrgent(incidents.get(added)));
                added++;
            }
            SeverityModel.Severity severity = model.of(incident, past, Double.NaN);
            double[] theirs = baseline.scores(baseline.row(incident.words()));
            double[] text = model.text().probabilities(SeverityModel.words(incident));
            made.set(i - cut, isUrgent(incident), theirs[1] > theirs[0], text[1], severity, model.usual());
            sink.accept(incident.id(), isUrgent(incident), severity);
        }
    }

    private static boolean isKnown(IncidentRecord earlier, IncidentRecord now) {
        return !earlier.opened().plus(KNOWN_AFTER).isAfter(now.opened());
    }

    private static final class Predictions {
        private final double[] labels;
        private final double[] text;
        private final double[] all;
        private final int[] truth;
        private final int[] baselineSays;
        private final int[] textSays;
        private final int[] allSay;

        Predictions(int rows) {
            labels = new double[rows];
            text = new double[rows];
            all = new double[rows];
            truth = new int[rows];
            baselineSays = new int[rows];
            textSays = new int[rows];
            allSay = new int[rows];
        }

        void set(
                int row,
                boolean urgent,
                boolean baseline,
                double textProbability,
                SeverityModel.Severity severity,
                double usual) {
            labels[row] = urgent ? 1 : 0;
            truth[row] = urgent ? 1 : 0;
            baselineSays[row] = baseline ? 1 : 0;
            text[row] = textProbability;
            textSays[row] = textProbability > usual ? 1 : 0;
            all[row] = severity.probability();
            allSay[row] = severity.isLikely() ? 1 : 0;
        }

        Result result(long seed) {
            double urgent = 0;
            for (double label : labels) {
                urgent += label / labels.length;
            }
            return new Result(
                    labels.length,
                    urgent,
                    balanced(baselineSays, seed),
                    balanced(textSays, seed),
                    balanced(allSay, seed),
                    RankingMetrics.rocAuc(labels, text),
                    RankingMetrics.rocAuc(labels, all),
                    ProbabilityMetrics.calibrationError(labels, all));
        }

        private Interval balanced(int[] predicted, long seed) {
            return new ClassCounts(truth, predicted, 2).interval(ClassCounts::balancedAccuracy, seed);
        }
    }
}
