package io.jenkins.plugins.mlci.deploygate.incident;

import io.jenkins.plugins.mlci.shared.feature.Feature;
import io.jenkins.plugins.mlci.shared.feature.FeatureSchema;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What earlier incidents say of how urgent the next one is. Incidents go through in time order; an incident is asked about
 * before it is added, so that it never sees itself.
 */
public final class SeverityContext {
    /** What the second stage of the severity model reads; the text's log-odds come first. */
    static final FeatureSchema SCHEMA = new FeatureSchema(
            "incident-severity",
            1,
            List.of(
                    Feature.of("text_log_odds", "log-odds", "What the words say."),
                    Feature.of("job_urgent", "log-odds", "How many of the job's latest incidents were urgent."),
                    Feature.of(
                            "environment_urgent",
                            "log-odds",
                            "How many of the environment's latest incidents were urgent."),
                    Feature.of("all_urgent", "log-odds", "How many of all latest incidents were urgent."),
                    Feature.of("job_incidents", "log count", "How many incidents the job had lately."),
                    Feature.of("hours_since_last", "log hours", "Time since the job's last incident."),
                    Feature.of(
                            "hours_since_deployment",
                            "log hours",
                            "Time since the last deployment there, when known.")));

    private static final double JOB_DECAY = 0.985;
    private static final double ALL_DECAY = 0.999;
    /** A new scope is taken to be as all are, as if this many incidents had been seen. */
    private static final double PRIOR = 10;

    private final Map<String, Rate> jobs = new HashMap<>();
    private final Map<String, Rate> environments = new HashMap<>();
    private final Rate all = new Rate();

    private static final class Rate {
        private double urgent;
        private double incidents;
        private Instant last;

        double logOdds(double prior) {
            double share = (urgent + PRIOR * prior) / (incidents + PRIOR);
            return Math.log(share / (1 - share));
        }

        void add(boolean isUrgent, Instant time, double decay) {
            urgent = urgent * decay + (isUrgent ? 1 : 0);
            incidents = incidents * decay + 1;
            last = time;
        }
    }

    /**
     * The features of an incident but for its text.
     *
     * @param hoursSinceDeployment NaN when unknown
     */
    double[] features(IncidentRecord incident, double textLogOdds, double hoursSinceDeployment) {
        double overall = Math.min(0.95, Math.max(0.01, (all.urgent + 2) / (all.incidents + 10)));
        Rate job = jobs.getOrDefault(incident.job(), new Rate());
        Rate environment = environments.getOrDefault(incident.environment(), new Rate());
        double hours = job.last == null
                ? Double.NaN
                : Math.max(0, Duration.between(job.last, incident.opened()).toMinutes() / 60.0);
        return new double[] {
            textLogOdds,
            job.logOdds(overall),
            environment.logOdds(overall),
            Math.log(overall / (1 - overall)),
            Math.log1p(job.incidents),
            Math.log1p(hours),
            Math.log1p(hoursSinceDeployment)
        };
    }

    /** Adds an incident whose severity is known by now. */
    public void add(IncidentRecord incident, boolean isUrgent) {
        jobs.computeIfAbsent(incident.job(), key -> new Rate()).add(isUrgent, incident.opened(), JOB_DECAY);
        environments
                .computeIfAbsent(incident.environment(), key -> new Rate())
                .add(isUrgent, incident.opened(), JOB_DECAY);
        all.add(isUrgent, incident.opened(), ALL_DECAY);
    }
}
