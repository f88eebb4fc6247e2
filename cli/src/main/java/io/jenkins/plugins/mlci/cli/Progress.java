package io.jenkins.plugins.mlci.cli;

import java.io.PrintWriter;
import java.time.Clock;
import java.util.Locale;

/** A line that shows how far long work is, redrawn a few times a second and wiped at the end. */
public final class Progress implements AutoCloseable {
    private static final int WIDTH = 30;
    private static final long REDRAW_MILLIS = 100;
    private static final String WIPE = "\r\u001B[K";

    private final String what;
    private final long total;
    private final PrintWriter terminal;
    private final Clock clock;
    private final long started;
    private long done;
    private long drawn;

    /** @param terminal where to draw; null for nowhere */
    Progress(String what, long total, PrintWriter terminal, Clock clock) {
        this.what = what;
        this.total = total;
        this.terminal = terminal;
        this.clock = clock;
        this.started = clock.millis();
    }

    /** One more step is done. */
    public void step() {
        step(1);
    }

    /** So many more steps are done. May be called from several threads. */
    public synchronized void step(long steps) {
        done += steps;
        long now = clock.millis();
        if (terminal != null && now - drawn >= REDRAW_MILLIS) {
            drawn = now;
            terminal.print(WIPE + line(now));
            terminal.flush();
        }
    }

    private String line(long now) {
        if (total <= 0) {
            return String.format(Locale.ROOT, "%s: %,d", what, done);
        }
        long shown = Math.min(done, total);
        int filled = (int) (WIDTH * shown / total);
        String bar = "#".repeat(filled) + "-".repeat(WIDTH - filled);
        long seconds = shown == 0 ? 0 : (now - started) * (total - shown) / shown / 1000;
        return String.format(
                Locale.ROOT, "%s [%s] %,d/%,d, %d:%02d left", what, bar, shown, total, seconds / 60, seconds % 60);
    }

    @Override
    public synchronized void close() {
        if (terminal != null && drawn != 0) {
            terminal.print(WIPE);
            terminal.flush();
        }
    }
}
