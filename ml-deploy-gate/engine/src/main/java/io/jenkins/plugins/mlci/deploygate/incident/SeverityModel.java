package io.jenkins.plugins.mlci.deploygate.incident;

import io.jenkins.plugins.mlci.shared.feature.FeatureTable;
import io.jenkins.plugins.mlci.shared.feature.FeatureTableBuilder;
import io.jenkins.plugins.mlci.shared.feature.HashedText;
import io.jenkins.plugins.mlci.shared.learn.LogisticRegressionLearner;
import io.jenkins.plugins.mlci.shared.learn.SparseLinearLearner;
import io.jenkins.plugins.mlci.shared.learn.SparseLoss;
import io.jenkins.plugins.mlci.shared.learn.TextClassifierLearner;
import io.jenkins.plugins.mlci.shared.learn.TrainingContext;
import io.jenkins.plugins.mlci.shared.learn.TrainingSet;
import io.jenkins.plugins.mlci.shared.model.PortableModel;
import io.jenkins.plugins.mlci.shared.model.TextClassifier;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;

/**
 * How likely an incident is to be urgent. Words alone say little; what is known beside them (whose job, how urgent its latest
 * incidents were, how long since a deployment) says more. A text model learns from the earlier incidents, and a logistic
 * regression learns from the later ones what that text model and the rest are worth.
 *
 * @param text the first stage, labels {@code no} and {@code yes}
 * @param combined the second stage
 * @param usual share of urgent incidents learned from
 */
public record SeverityModel(TextClassifier text, PortableModel combined, double usual) {
    /** Incidents of known severity that are needed to learn. */
    public static final int LEAST_INCIDENTS = 60;

    private static final int LEAST_OF_A_KIND = 8;
    private static final double EARLIER = 0.7;
    private static final TextClassifierLearner TEXT = new TextClassifierLearner(
            new HashedText(18, 2, 0.6f, 0, 0, 0),
            new SparseLinearLearner(SparseLoss.LOGISTIC, 0.5, 10),
            0.5,
            2,
            Integer.MAX_VALUE);

    /**
     * How urgent an incident seems.
     *
     * @param probability that it is urgent
     * @param usual share of urgent ones among earlier incidents
     */
    public record Severity(double probability, double usual) {
        /** Whether it is more likely than usual; where both errors weigh the same by kind, this is the best guess. */
        public boolean isLikely() {
            return probability > usual;
        }

        /** In words, with how sure. */
        public String sentence() {
            double times = probability / Math.max(usual, 1e-9);
            String much = times >= 2
                    ? "much likelier urgent than usual"
                    : times > 1 ? "a little likelier urgent than usual" : "not likelier urgent than usual";
            return String.format(Locale.ROOT, "%.0f %% urgent, %s (%.0f %%)", 100 * probability, much, 100 * usual);
        }
    }

    /**
     * Learns from incidents of known severity.
     *
     * @param incidents in the order in which they were opened
     * @param isUrgent whether one was urgent
     * @param hoursSinceDeployment for one, NaN when unknown
     * @return empty while too few are known
     */
    public static Optional<SeverityModel> learn(
            List<IncidentRecord> incidents,
            Predicate<IncidentRecord> isUrgent,
            ToDoubleFunction<IncidentRecord> hoursSinceDeployment,
            TrainingContext context) {
        int cut = (int) (incidents.size() * EARLIER);
        List<IncidentRecord> earlier = incidents.subList(0, cut);
        List<IncidentRecord> later = incidents.subList(cut, incidents.size());
        if (incidents.size() < LEAST_INCIDENTS || few(earlier, isUrgent) || few(later, isUrgent)) {
            return Optional.empty();
        }
        TextClassifier first = text(earlier, isUrgent, context);
        SeverityContext past = new SeverityContext();
        FeatureTableBuilder rows = new FeatureTableBuilder(SeverityContext.SCHEMA, later.size());
        List<Double> labels = new ArrayList<>();
        for (int i = 0; i < incidents.size(); i++) {
            IncidentRecord incident = incidents.get(i);
            boolean urgent = isUrgent.test(incident);
            if (i >= cut) {
                rows.add(past.features(
                        incident, logOdds(first, incident), hoursSinceDeployment.applyAsDouble(incident)));
                labels.add(urgent ? 1.0 : 0.0);
            }
            past.add(incident, urgent);
        }
        double[] known = labels.stream().mapToDouble(Double::doubleValue).toArray();
        PortableModel second =
                new LogisticRegressionLearner(1, 0.001).fit(TrainingSet.of(rows.build(), known), context);
        double usual = incidents.stream().filter(isUrgent).count() / (double) incidents.size();
        // The text model that is kept has seen all: what its log-odds are worth hardly changes.
        return Optional.of(new SeverityModel(text(incidents, isUrgent, context), second, usual));
    }

    /**
     * How urgent an incident seems.
     *
     * @param past what came before it
     * @param hoursSinceDeployment NaN when unknown
     */
    public Severity of(IncidentRecord incident, SeverityContext past, double hoursSinceDeployment) {
        FeatureTable row = new FeatureTableBuilder(SeverityContext.SCHEMA, 1)
                .add(past.features(incident, logOdds(text, incident), hoursSinceDeployment))
                .build();
        return new Severity(combined.probabilities(row)[0], usual);
    }

    private static boolean few(List<IncidentRecord> incidents, Predicate<IncidentRecord> isUrgent) {
        long urgent = incidents.stream().filter(isUrgent).count();
        return urgent < LEAST_OF_A_KIND || incidents.size() - urgent < LEAST_OF_A_KIND;
    }

    private static TextClassifier text(
            List<IncidentRecord> incidents, Predicate<IncidentRecord> isUrgent, TrainingContext context) {
        return TEXT.fit(
                incidents.stream().map(SeverityModel::words).toList(),
                incidents.stream()
                        .map(each -> isUrgent.test(each) ? "yes" : "no")
                        .toList(),
                context);
    }

    /** What the first stage reads of an incident. */
    public static String words(IncidentRecord incident) {
        return incident.job() + "\n" + incident.words();
    }

    private static double logOdds(TextClassifier model, IncidentRecord incident) {
        double[] p = model.probabilities(words(incident));
        double yes = Math.min(1 - 1e-6, Math.max(1e-6, p[1]));
        return Math.log(yes / (1 - yes));
    }
}
