package io.jenkins.plugins.mlci.plugin.shared.train;

import io.jenkins.plugins.mlci.shared.learn.TrainingContext;
import java.io.Serializable;
import java.time.Duration;

/**
 * What one training may use.
 *
 * @param seconds how long it may take, at least 1
 * @param rows from how many rows it may learn at most, the latest ones
 * @param seed of all chance, so that the same history gives the same model
 */
public record TrainingLimits(long seconds, int rows, long seed) implements Serializable {
    /** The same for the learners of the engine, in the calling thread, stopped by an interrupt of that thread. */
    public TrainingContext context() {
        Thread trainer = Thread.currentThread();
        return TrainingContext.seeded(seed)
                .capped(rows)
                .within(Duration.ofSeconds(seconds), System::nanoTime)
                .cancelledBy(trainer::isInterrupted);
    }
}
