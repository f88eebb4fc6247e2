package io.jenkins.plugins.mlci.shared.learn;

import io.jenkins.plugins.mlci.shared.model.Provenance;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.Future;
import java.util.function.BooleanSupplier;
import java.util.function.IntConsumer;
import java.util.function.LongSupplier;

/**
 * What a training may use.
 *
 * @param seed of all chance
 * @param pool where it may work in parallel; null to stay in the caller's thread
 * @param cancelled asked often; true stops the training
 * @param nanoTime a monotonic clock, nanoseconds
 * @param budget how long the training may take; what was learned by then is kept
 * @param maxRows how many rows may be learned from at most; of more, the latest are taken
 * @param codeVersion the version of this code, for the provenance
 * @param from first moment of the training window; null when unknown
 * @param to last moment of the training window; null when unknown
 */
public record TrainingContext(
        long seed,
        ForkJoinPool pool,
        BooleanSupplier cancelled,
        LongSupplier nanoTime,
        Duration budget,
        int maxRows,
        String codeVersion,
        Instant from,
        Instant to) {

    private static final Duration NO_LIMIT = Duration.ofDays(3650);

    /** In the caller's thread, never cancelled, without limits. */
    public static TrainingContext seeded(long seed) {
        return new TrainingContext(
                seed, null, () -> false, () -> 0, NO_LIMIT, Integer.MAX_VALUE, "unknown", null, null);
    }

    /** The same in a pool. */
    public TrainingContext in(ForkJoinPool otherPool) {
        return new TrainingContext(seed, otherPool, cancelled, nanoTime, budget, maxRows, codeVersion, from, to);
    }

    /** The same that stops when asked. */
    public TrainingContext cancelledBy(BooleanSupplier otherCancelled) {
        return new TrainingContext(seed, pool, otherCancelled, nanoTime, budget, maxRows, codeVersion, from, to);
    }

    /** The same with a time budget. */
    public TrainingContext within(Duration otherBudget, LongSupplier otherNanoTime) {
        return new TrainingContext(seed, pool, cancelled, otherNanoTime, otherBudget, maxRows, codeVersion, from, to);
    }

    /** The same with a cap on rows. */
    public TrainingContext capped(int otherMaxRows) {
        return new TrainingContext(seed, pool, cancelled, nanoTime, budget, otherMaxRows, codeVersion, from, to);
    }

    /** The same with what the provenance says. */
    public TrainingContext describedAs(String otherCodeVersion, Instant windowFrom, Instant windowTo) {
        return new TrainingContext(
                seed, pool, cancelled, nanoTime, budget, maxRows, otherCodeVersion, windowFrom, windowTo);
    }

    /** What is known of a training on this set. */
    Provenance provenance(String learner, Map<String, String> parameters, TrainingSet set, String notes) {
        return new Provenance(
                learner, parameters, codeVersion, from, to, set.rows(), set.positives(), seed, Map.of(), notes);
    }

    /** The clock's reading at which the budget is used up. */
    long deadline() {
        return nanoTime.getAsLong() + budget.toNanos();
    }

    /** Throws when the training was cancelled. */
    void check() {
        if (cancelled.getAsBoolean()) {
            throw new TrainingCancelledException();
        }
    }

    /** Does the work for 0 to n - 1, in the pool where there is one and the work is worth it. */
    void forEach(int n, boolean worthIt, IntConsumer work) {
        if (pool == null || !worthIt || pool.getParallelism() == 1) {
            for (int i = 0; i < n; i++) {
                work.accept(i);
            }
            return;
        }
        List<Callable<Void>> tasks = new ArrayList<>(n);
        for (int i = 0; i < n; i++) {
            int index = i;
            tasks.add(() -> {
                work.accept(index);
                return null;
            });
        }
        for (Future<Void> done : pool.invokeAll(tasks)) {
            join(done);
        }
    }

    private static void join(Future<Void> done) {
        try {
            done.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new TrainingCancelledException();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw new IllegalStateException("A part of the training failed.", e.getCause());
        }
    }
}
