package io.jenkins.plugins.mlci.plugin.shared.keep;

import io.jenkins.plugins.mlci.plugin.shared.people.People;
import io.jenkins.plugins.mlci.plugin.shared.store.SharedHistory;
import io.jenkins.plugins.mlci.shared.history.HistoryStore;
import io.jenkins.plugins.mlci.shared.privacy.Erasure;
import io.jenkins.plugins.mlci.shared.registry.Scope;
import io.jenkins.plugins.mlci.shared.registry.ScopeText;
import java.time.Instant;

/**
 * Forgets on request, for good. Each method throws {@link io.jenkins.plugins.mlci.shared.history.HistoryException} with a sentence
 * when the history cannot be used now.
 */
public final class Forgetting {
    /**
     * Forgets what a person wrote.
     *
     * @param person mail address, or the name where the source control has no address
     * @return in how many change sets the person occurred
     */
    public int person(String person) {
        return new Erasure(SharedHistory.get().open())
                .erasePerson(person, People.get().pseudonymizer());
    }

    /**
     * Forgets a job with its models.
     *
     * @return whether anything was known
     */
    public boolean job(String job) {
        HistoryStore store = SharedHistory.get().open();
        int models = store.models().deleteScope(ScopeText.write(Scope.job(job)));
        return new Erasure(store).eraseJob(job) || models > 0;
    }

    /**
     * Forgets all builds that started before a time.
     *
     * @return how many
     */
    public int before(Instant time) {
        HistoryStore store = SharedHistory.get().open();
        int builds = store.builds().deleteStartedBefore(time);
        store.deployments().deleteStartedBefore(time);
        store.incidents().deleteOpenedBefore(time);
        store.signatures().deleteSeenBefore(time);
        store.compact();
        return builds;
    }
}
