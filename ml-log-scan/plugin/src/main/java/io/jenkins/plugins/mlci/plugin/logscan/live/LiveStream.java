package io.jenkins.plugins.mlci.plugin.logscan.live;

import edu.umd.cs.findbugs.annotations.NonNull;
import io.jenkins.plugins.mlci.logscan.scan.LogScan;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Passes a log on unchanged and shows it to a scan. Whatever is wrong with the scan, the log goes on.
 *
 * <p>Jenkins writes what a shell prints byte by byte, and what lies below checks its state with each call, so single bytes are gathered
 * up to the end of a line.
 */
final class LiveStream extends FilterOutputStream {
    private static final Logger LOGGER = Logger.getLogger(LiveStream.class.getName());
    private static final int GATHERED = 8192;

    private final byte[] gathered = new byte[GATHERED];
    private int count;
    private LogScan scan;

    LiveStream(OutputStream log, LogScan scan) {
        super(log);
        this.scan = scan;
    }

    @Override
    public synchronized void write(int b) throws IOException {
        gathered[count++] = (byte) b;
        if (b == '\n' || count == GATHERED) {
            pass();
        }
    }

    @Override
    public synchronized void write(@NonNull byte[] bytes, int offset, int length) throws IOException {
        pass();
        pass(bytes, offset, length);
    }

    @Override
    public synchronized void flush() throws IOException {
        pass();
        super.flush();
    }

    private void pass() throws IOException {
        if (count > 0) {
            // Cleared first, so that a log that cannot be written does not come again.
            int length = count;
            count = 0;
            pass(gathered, 0, length);
        }
    }

    private void pass(byte[] bytes, int offset, int length) throws IOException {
        out.write(bytes, offset, length);
        look(bytes, offset, length);
    }

    private void look(byte[] bytes, int offset, int length) {
        if (scan == null) {
            return;
        }
        try {
            scan.accept(bytes, offset, length);
        } catch (RuntimeException | LinkageError e) {
            LOGGER.log(Level.WARNING, "A log is no longer watched", e);
            scan = null;
        }
    }
}
