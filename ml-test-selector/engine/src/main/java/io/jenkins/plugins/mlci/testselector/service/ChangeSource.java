package io.jenkins.plugins.mlci.testselector.service;

import io.jenkins.plugins.mlci.testselector.change.Change;
import java.util.Optional;

/** Reads what is about to be tested, when the service knows what to compare it with. */
@FunctionalInterface
public interface ChangeSource {
    /**
     * The change since the reference.
     *
     * @param reference commit of the job's newest build that has one; a source may compare with something else, such as a
     *     merge base
     */
    Change since(Optional<String> reference);

    /** A change that is known already. */
    static ChangeSource of(Change change) {
        return reference -> change;
    }
}
