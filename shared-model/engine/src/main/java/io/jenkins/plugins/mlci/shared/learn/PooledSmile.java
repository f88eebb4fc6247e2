package io.jenkins.plugins.mlci.shared.learn;

import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ForkJoinTask;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Runs Smile inside the pool of the training. Smile uses parallel streams, which would take the common pool of the whole
 * Java process; a stream that is started inside a pool stays in it.
 */
final class PooledSmile {
    /** Held on to, since a logger that nobody holds forgets its level. */
    private static final Logger LOGGER = Logger.getLogger("smile");

    static {
        // Smile logs the metrics of every tree at INFO.
        LOGGER.setLevel(Level.WARNING);
    }

    private PooledSmile() {}

    static <T> T run(TrainingContext context, Callable<T> work) {
        if (context.pool() == null) {
            throw new IllegalArgumentException("This learner needs a pool to work in; hand one in with the context.");
        }
        context.check();
        ForkJoinTask<T> task = context.pool().submit(work);
        try {
            return task.get();
        } catch (InterruptedException e) {
            task.cancel(true);
            Thread.currentThread().interrupt();
            throw new TrainingCancelledException();
        } catch (ExecutionException e) {
            throw new IllegalArgumentException("Smile could not learn from these rows: " + e.getCause(), e.getCause());
        }
    }
}
