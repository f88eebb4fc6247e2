package io.jenkins.plugins.mlci.shared.registry;

import java.time.Instant;
import java.util.Objects;

/**
 * One version of a model; its content is read from the store by purpose, scope and number.
 *
 * @param purpose what it predicts, for example {@code test-selection}
 * @param scope what it is for
 * @param number 1 or more, rising by purpose and scope
 * @param state where it stands; never {@link ModelState#COLLECTING}
 * @param created when it was stored
 * @param changed when it came into its state
 * @param reason why it is in its state, a sentence
 */
public record ModelVersion(
        String purpose, Scope scope, long number, ModelState state, Instant created, Instant changed, String reason) {
    public ModelVersion {
        Objects.requireNonNull(scope, "scope");
        Objects.requireNonNull(created, "created");
        Objects.requireNonNull(changed, "changed");
        Objects.requireNonNull(reason, "reason");
        if (purpose.isEmpty() || number < 1 || state == ModelState.COLLECTING) {
            throw new IllegalArgumentException(
                    "A model version needs a purpose, a number from 1 and a state of its own.");
        }
    }

    /** The same in another state. */
    public ModelVersion in(ModelState other, Instant when, String why) {
        return new ModelVersion(purpose, scope, number, other, created, when, why);
    }

    /** For a sentence, for example {@code version 3 for job app}. */
    public String describe() {
        return "version " + number + " for " + scope.describe();
    }
}
