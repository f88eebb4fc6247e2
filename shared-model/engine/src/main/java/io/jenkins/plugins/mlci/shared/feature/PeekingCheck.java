package io.jenkins.plugins.mlci.shared.feature;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.BiFunction;

/**
 * Checks that features of a build look at nothing that was known only later: whatever is changed at or after a build, its
 * features stay the same. For tests of feature code.
 *
 * @param <B> one step of the history, for example a build record
 * @param <R> the features of one step, compared by {@code equals}; for arrays use {@code List} or a text form
 */
public final class PeekingCheck<B, R> {
    private final BiFunction<List<B>, Integer, R> replay;
    private final BiFunction<B, Integer, B> mutation;

    /**
     * A check of one feature function.
     *
     * @param replay the features of the step at an index of the history; the function may see the whole list and must not
     *     make use of it
     * @param mutation another version of a step (with its index): whatever of it is known only once it has ended, changed
     */
    public PeekingCheck(BiFunction<List<B>, Integer, R> replay, BiFunction<B, Integer, B> mutation) {
        this.replay = replay;
        this.mutation = mutation;
    }

    /**
     * Replays the history once as it is and, for each index, with everything from there on changed, and once cut off after
     * the step.
     *
     * @throws AssertionError at the first step whose features see its own end or its future
     */
    public void check(List<B> history) {
        for (int t = 0; t < history.size(); t++) {
            R expected = replay.apply(List.copyOf(history), t);
            List<B> mutated = new ArrayList<>(history.subList(0, t));
            for (int later = t; later < history.size(); later++) {
                mutated.add(mutation.apply(history.get(later), later));
            }
            compare(t, "was changed", expected, replay.apply(List.copyOf(mutated), t));
            compare(t, "was cut off", expected, replay.apply(List.copyOf(history.subList(0, t + 1)), t));
        }
    }

    private static void compare(int step, String how, Object expected, Object actual) {
        if (!Objects.equals(expected, actual)) {
            throw new AssertionError("The features of step " + step + " changed when its future " + how + ": from "
                    + expected + " to " + actual + ".");
        }
    }
}
