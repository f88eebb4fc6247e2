package io.jenkins.plugins.mlci.plugin.deploygate.service;

import io.jenkins.plugins.mlci.plugin.shared.store.SharedHistory;
import io.jenkins.plugins.mlci.shared.history.HistoryException;
import io.jenkins.plugins.mlci.shared.history.HistoryStore;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;

/**
 * What the history answered.
 *
 * @param value the answer; empty when there is none
 * @param problem why there is none, in a sentence; empty when there is one
 * @param later whether the history itself cannot be used now, so that it may answer later
 */
public record Answered<T>(Optional<T> value, String problem, boolean later) {
    /** Asks the history and never throws because of it. */
    public static <T> Answered<T> by(Function<HistoryStore, T> question) {
        AtomicReference<Throwable> failure = new AtomicReference<>();
        Optional<T> value = SharedHistory.get()
                .ask(
                        store -> {
                            try {
                                return Optional.of(question.apply(store));
                            } catch (RuntimeException | LinkageError e) {
                                failure.set(e);
                                throw e;
                            }
                        },
                        Optional.empty());
        if (value.isPresent()) {
            return new Answered<>(value, "", false);
        }
        Throwable why = failure.get();
        return new Answered<>(value, sentence(why), why == null || why instanceof HistoryException);
    }

    private static String sentence(Throwable failure) {
        String known = failure == null ? SharedHistory.get().status().sentence() : failure.getMessage();
        String text = known == null || known.isBlank() ? "the history cannot be used" : known.strip();
        return text.endsWith(".") ? text : text + ".";
    }
}
