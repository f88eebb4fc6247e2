package io.jenkins.plugins.mlci.testselector.service;

import io.jenkins.plugins.mlci.testselector.selection.LearnedSelector;
import io.jenkins.plugins.mlci.testselector.selection.SelectorJson;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;

/**
 * Learning without a store: JSON in, JSON out, so that another machine can do it. {@link SelectionService#trainingInput} makes
 * the input and {@link SelectionService#accept} takes the output.
 */
public final class TrainingTask implements Callable<byte[]> {
    private final byte[] input;
    private final BooleanSupplier cancelled;

    /** With an input that {@link SelectionService#trainingInput} made; stops between builds when asked. */
    public TrainingTask(byte[] input, BooleanSupplier cancelled) {
        this.input = input.clone();
        this.cancelled = cancelled;
    }

    /**
     * The selector that has learned all builds.
     *
     * @throws io.jenkins.plugins.mlci.shared.model.ModelFormatException when the input is damaged
     * @throws CancellationException when it was asked to stop
     */
    @Override
    public byte[] call() {
        TrainingInput read = TrainingInput.read(input);
        LearnedSelector learned =
                read.selector().map(SelectorJson::read).orElseGet(() -> LearnedSelector.empty(read.seed()));
        for (int i = 0; i < read.builds().size(); i++) {
            if (cancelled.getAsBoolean()) {
                throw new CancellationException("Learning was cancelled.");
            }
            learned.learn(read.builds().get(i), !read.partial().get(i));
        }
        return SelectorJson.write(learned, Map.of("trained", "on another machine"));
    }
}
