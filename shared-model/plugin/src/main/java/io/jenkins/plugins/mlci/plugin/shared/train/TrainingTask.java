package io.jenkins.plugins.mlci.plugin.shared.train;

import hudson.ExtensionPoint;
import io.jenkins.plugins.mlci.shared.history.HistoryStore;
import io.jenkins.plugins.mlci.shared.registry.ModelRegistry;
import io.jenkins.plugins.mlci.shared.registry.Scope;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/**
 * Trains the models of one purpose. Implement it as an {@code @Extension}; when, where and how long it works is decided by the
 * configuration. Each method is called in the background, never in a build, and for one scope at a time.
 */
public interface TrainingTask extends ExtensionPoint {
    /** What the models predict, as the registry writes it, for example {@code test-selection}. */
    String purpose();

    /** What people call it, for example {@code Test selection}. */
    String displayName();

    /**
     * The scopes that may want a new model. Those that were trained longest ago are taken first.
     *
     * @param history what happened
     */
    List<Scope> scopes(HistoryStore history);

    /**
     * Reads from the history what the training of one scope needs. Runs on the controller.
     *
     * @param limits what the training may use
     * @return empty when there is nothing new to learn, or not enough yet
     */
    Optional<TrainingJob> prepare(Scope scope, HistoryStore history, TrainingLimits limits);

    /**
     * Puts what was learned into the registry: proposes it, and promotes it when it is not worse than what is in force. Runs on
     * the controller, and as one step: a reader sees the old or the new model.
     *
     * @param outcome what the job returned, as it came back from where it ran
     * @return a sentence for the log and the page: what came of it
     */
    String accept(Scope scope, TrainingOutcome outcome, ModelRegistry registry) throws IOException;
}
