package io.jenkins.plugins.mlci.plugin.testselector.store;

import io.jenkins.plugins.mlci.plugin.shared.people.People;
import io.jenkins.plugins.mlci.plugin.shared.store.SharedHistory;
import io.jenkins.plugins.mlci.shared.history.HistoryStore;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/** The shared history and what goes with it. */
public final class Histories {
    private Histories() {}

    /**
     * Asks the history.
     *
     * @param otherwise the answer when it cannot be used now; admins find the reason on the suite's own pages
     */
    public static <T> T ask(Function<HistoryStore, T> question, T otherwise) {
        return SharedHistory.get().ask(question, otherwise);
    }

    /**
     * The history for a step.
     *
     * @throws io.jenkins.plugins.mlci.shared.history.HistoryException with a sentence when it cannot be used now
     */
    public static HistoryStore open() {
        return SharedHistory.get().open();
    }

    /** Turns the address of a person into a pseudonym, or into nothing while there is no key. */
    public static UnaryOperator<String> pseudonyms() {
        return People.get().pseudonyms().orElse(person -> "");
    }
}
