package io.jenkins.plugins.mlci.shared.history.jdbc;

import java.sql.SQLException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;

/** Runs one thing after the other in a thread of its own, so that an interrupt of the caller never reaches it half way. */
final class WriterThread {
    private static final long DELAY_MILLIS = 1000;

    private final ScheduledThreadPoolExecutor executor;
    // Only touched in the thread itself.
    private boolean planned;

    WriterThread(ThreadFactory threads) {
        executor = new ScheduledThreadPoolExecutor(1, task -> {
            Thread created = threads.newThread(task);
            created.setDaemon(true);
            return created;
        });
    }

    /** Called in the thread itself: runs an action a second later, unless one is planned already. */
    void soon(Runnable action) {
        if (!planned) {
            planned = true;
            executor.schedule(
                    () -> {
                        planned = false;
                        action.run();
                    },
                    DELAY_MILLIS,
                    TimeUnit.MILLISECONDS);
        }
    }

    /** Waits for the end, whatever happens; an interrupt meanwhile is kept for the caller. */
    <T> T run(Database.SqlCall<T> call) throws SQLException {
        Future<T> future = executor.submit(call::run);
        boolean interrupted = false;
        try {
            while (true) {
                try {
                    return future.get();
                } catch (InterruptedException e) {
                    interrupted = true;
                }
            }
        } catch (ExecutionException e) {
            throw rethrown(e.getCause());
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    void close() {
        executor.shutdownNow();
    }

    private static SQLException rethrown(Throwable cause) {
        if (cause instanceof Error error) {
            throw error;
        }
        if (cause instanceof RuntimeException e) {
            // The caller's own stack says where it came from.
            e.addSuppressed(new IllegalStateException("Called from here"));
            throw e;
        }
        return cause instanceof SQLException e ? e : new SQLException(cause);
    }
}
