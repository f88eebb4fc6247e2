package io.jenkins.plugins.mlci.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.util.Arrays;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Standard input while it is written, which ends when the process is told to end (SIGINT, which Ctrl-C sends, or SIGTERM): what came so far
 * is then judged and printed before the JVM halts. A read of standard input cannot be interrupted, so a thread of its own reads ahead.
 *
 * <p>Whoever writes the log often gets the same signal and says last words; they are waited for, but not long. To be used by one thread, and
 * closed only when all was printed.
 */
final class FollowedInput extends InputStream {
    private static final int CHUNK = 8192;
    private static final int CHUNKS_AHEAD = 64;
    private static final long LOOK_MILLIS = 100;
    /** Without a byte for so long after the signal nothing more is waited for. */
    private static final long SILENCE_NANOS = TimeUnit.MILLISECONDS.toNanos(300);
    /** Whoever goes on writing is left behind after so long. */
    private static final long LAST_WORDS_NANOS = TimeUnit.SECONDS.toNanos(2);
    /** A signal ends the process even if the result cannot be printed. */
    private static final long MOST_SECONDS = 30;

    private static final byte[] END = {};

    private final Source source;
    private byte[] current = END;
    private int at;
    private boolean ended;
    private boolean interrupted;

    private FollowedInput(Source source) {
        this.source = source;
    }

    /** What the threads share: who reads ahead, who takes, and the signal. */
    private static final class Source {
        private final InputStream in;
        private final BlockingQueue<byte[]> chunks = new ArrayBlockingQueue<>(CHUNKS_AHEAD);
        private final CountDownLatch printed = new CountDownLatch(1);
        private final Thread hook = new Thread(this::endAndWait, "mlci-end");
        private volatile IOException broken;
        private volatile boolean told;
        private volatile long toldAt;

        Source(InputStream in) {
            this.in = in;
        }

        void tell() {
            toldAt = System.nanoTime();
            told = true;
        }

        private void endAndWait() {
            tell();
            try {
                printed.await(MOST_SECONDS, TimeUnit.SECONDS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }

        private void pump() {
            try {
                byte[] chunk = new byte[CHUNK];
                int count;
                while ((count = in.read(chunk)) >= 0) {
                    if (count > 0) {
                        chunks.put(Arrays.copyOf(chunk, count));
                    }
                }
            } catch (IOException e) {
                broken = e;
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            putEnd();
        }

        private void putEnd() {
            try {
                chunks.put(END);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }

        byte[] poll() throws IOException {
            try {
                return chunks.poll(LOOK_MILLIS, TimeUnit.MILLISECONDS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new InterruptedIOException("Reading standard input was interrupted.");
            }
        }

        boolean isSilent(long from) {
            long now = System.nanoTime();
            return told && Math.min(now - from, now - toldAt) > SILENCE_NANOS;
        }

        boolean isLate() {
            return told && System.nanoTime() - toldAt > LAST_WORDS_NANOS;
        }
    }

    /** Starts to read; signals end it from now on. */
    static FollowedInput open(InputStream in) {
        Source source = new Source(in);
        Thread pump = new Thread(source::pump, "mlci-input");
        pump.setDaemon(true);
        pump.start();
        Runtime.getRuntime().addShutdownHook(source.hook);
        return new FollowedInput(source);
    }

    /** Whether a signal ended it, not the one who writes. */
    boolean wasInterrupted() {
        return interrupted;
    }

    /** What a signal does: no more is read soon. */
    void tell() {
        source.tell();
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        if (length == 0) {
            return 0;
        }
        if (at == current.length && !next()) {
            return -1;
        }
        int count = Math.min(length, current.length - at);
        System.arraycopy(current, at, bytes, offset, count);
        at += count;
        return count;
    }

    /** Waits for the next bytes; false when there are none. */
    private boolean next() throws IOException {
        long from = System.nanoTime();
        while (!ended) {
            byte[] chunk = source.poll();
            if (chunk == END) {
                ended = true;
                if (source.broken != null) {
                    throw source.broken;
                }
            } else if (chunk != null && !source.isLate()) {
                current = chunk;
                at = 0;
                return true;
            } else {
                ended = source.isLate() || source.isSilent(from);
            }
        }
        interrupted = source.told;
        return false;
    }

    /** Lets the process end. Standard input itself stays open. */
    @Override
    public void close() {
        source.printed.countDown();
        try {
            Runtime.getRuntime().removeShutdownHook(source.hook);
        } catch (IllegalStateException e) {
            // The process is ending: the hook runs already.
        }
    }
}
