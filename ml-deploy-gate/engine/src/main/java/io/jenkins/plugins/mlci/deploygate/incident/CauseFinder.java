package io.jenkins.plugins.mlci.deploygate.incident;

import io.jenkins.plugins.mlci.deploygate.change.DeploymentFacts;
import io.jenkins.plugins.mlci.shared.feature.HashedText;
import io.jenkins.plugins.mlci.shared.feature.SparseVector;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/**
 * Which deployment probably caused an incident. Each recent deployment is weighed by how long before the incident it
 * started, whether it went into the same environment, how risky it was, and how much the incident's words are those of its
 * change; beside them stands that none of them did it.
 *
 * @param halfLife after this time a deployment weighs half; about the median time that failures stay hidden
 * @param none weight of no deployment being the cause, where an ordinary deployment of this minute weighs 1; more than 0
 */
public record CauseFinder(Duration halfLife, double none) {
    /** Three hours, and a deployment of this minute is believed three times as much as none. */
    public static final CauseFinder DEFAULT = new CauseFinder(Duration.ofHours(3), 0.3);

    private static final HashedText TEXT = new HashedText(18, 1, 1, 0, 0, 0);
    private static final double OTHER_ENVIRONMENT = 0.02;
    private static final double OVERLAP = 6;
    private static final double USUAL_RISK = 0.03;
    private static final double MOST_BY_RISK = 4;
    private static final double LEAST_PROBABILITY = 0.02;

    /**
     * One deployment that may be the cause.
     *
     * @param facts what was deployed
     * @param risk probability of a failure that it was given; NaN when unknown
     */
    public record Candidate(DeploymentFacts facts, double risk) {}

    /**
     * A suspect.
     *
     * @param deployment its id
     * @param probability that it is the cause, where the rest to 1 is the other suspects and none of them
     * @param because in one sentence
     */
    public record Suspect(String deployment, double probability, String because) {}

    /** The suspects, the likeliest first; those that started after the incident was noticed are none. */
    public List<Suspect> suspects(IncidentRecord incident, List<Candidate> candidates) {
        SparseVector words =
                TEXT.vector(incident.words() + "\n" + incident.job()).normalised();
        List<Suspect> weighed = new ArrayList<>();
        double sum = none;
        for (Candidate candidate : candidates) {
            Duration before = Duration.between(candidate.facts.started(), incident.opened());
            if (before.isNegative()) {
                continue;
            }
            boolean same = candidate.facts.environment().equals(incident.environment());
            double overlap = words.dot(words(candidate.facts));
            double weight = Math.pow(0.5, before.toSeconds() / (double) halfLife.toSeconds())
                    * (same ? 1 : OTHER_ENVIRONMENT)
                    * (1 + OVERLAP * overlap)
                    * byRisk(candidate.risk);
            sum += weight;
            weighed.add(new Suspect(candidate.facts.id(), weight, because(candidate, before, same, overlap)));
        }
        double all = sum;
        return weighed.stream()
                .map(each -> new Suspect(each.deployment, each.probability / all, each.because))
                .filter(each -> each.probability >= LEAST_PROBABILITY)
                .sorted(Comparator.comparingDouble(Suspect::probability).reversed())
                .toList();
    }

    private static double byRisk(double risk) {
        double times = Double.isNaN(risk) ? 1 : Math.sqrt(Math.max(risk, 1e-4) / USUAL_RISK);
        return Math.min(MOST_BY_RISK, Math.max(1 / MOST_BY_RISK, times));
    }

    private static SparseVector words(DeploymentFacts facts) {
        String paths = String.join("\n", facts.change().paths());
        return TEXT.vector(facts.change().text().title() + "\n" + facts.job() + "\n" + paths)
                .normalised();
    }

    private static String because(Candidate candidate, Duration before, boolean same, double overlap) {
        StringBuilder sentence = new StringBuilder("It started ")
                .append(minutes(before))
                .append(" before")
                .append(same ? " in the same environment" : ", but in " + candidate.facts.environment());
        if (overlap > 0.1) {
            sentence.append("; its change and the incident share words");
        }
        if (!Double.isNaN(candidate.risk)) {
            sentence.append(String.format(Locale.ROOT, "; its risk was %.1f %%", 100 * candidate.risk));
        }
        return sentence.append('.').toString();
    }

    private static String minutes(Duration time) {
        return time.toHours() >= 3 ? time.toHours() + " h" : time.toMinutes() + " min";
    }
}
