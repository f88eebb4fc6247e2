package io.jenkins.plugins.mlci.plugin.logscan.live;

import edu.umd.cs.findbugs.annotations.NonNull;
import io.jenkins.plugins.mlci.logscan.scan.LogScan;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Passes a log on unchanged and shows it to a scan. Whatever is wrong with the scan, the log goes on. */
final class LiveStream extends FilterOutputStream {
    private static final Logger LOGGER = Logger.getLogger(LiveStream.class.getName());

    private LogScan scan;

    LiveStream(OutputStream log, LogScan scan) {
        super(log);
        this.scan = scan;
    }

    @Override
    public void write(int b) throws IOException {
        out.write(b);
        look(new byte[] {(byte) b}, 0, 1);
    }

    @Override
    public void write(@NonNull byte[] bytes, int offset, int length) throws IOException {
        out.write(bytes, offset, length);
        look(bytes, offset, length);
    }

    private synchronized void look(byte[] bytes, int offset, int length) {
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
