package io.jenkins.plugins.mlci.shared.privacy;

import io.jenkins.plugins.mlci.shared.history.HistoryStore;
import java.time.Clock;
import java.time.Instant;

/** Applies a retention policy to a history. */
public final class Retention {
    private final HistoryStore store;
    private final Clock clock;

    public Retention(HistoryStore store, Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    /**
     * What was forgotten.
     *
     * @param builds builds, with their tests, changes, decisions and signatures
     * @param deployments deployments, with their outcomes
     * @param incidents incidents
     * @param signatures failures, beside those that went with their builds
     */
    public record Forgotten(int builds, int deployments, int incidents, int signatures) {}

    /** Forgets what the policy does not keep. The disk gets its space back with {@link HistoryStore#compact}. */
    public Forgotten apply(RetentionPolicy policy) {
        int builds = 0;
        int deployments = 0;
        int incidents = 0;
        int signatures = 0;
        if (policy.maxAge().isPresent()) {
            Instant oldest = clock.instant().minus(policy.maxAge().get());
            builds = store.builds().deleteStartedBefore(oldest);
            deployments = store.deployments().deleteStartedBefore(oldest);
            incidents = store.incidents().deleteOpenedBefore(oldest);
            signatures = store.signatures().deleteSeenBefore(oldest);
        }
        if (policy.maxBuildsPerJob().isPresent()) {
            for (String job : store.jobs().names()) {
                builds += store.builds()
                        .deleteAllButNewest(job, policy.maxBuildsPerJob().getAsInt());
            }
        }
        return new Forgotten(builds, deployments, incidents, signatures);
    }
}
