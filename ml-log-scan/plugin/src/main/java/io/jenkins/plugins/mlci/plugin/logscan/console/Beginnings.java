package io.jenkins.plugins.mlci.plugin.logscan.console;

import hudson.console.AnnotatedLargeText;
import hudson.console.ConsoleNote;
import hudson.model.Run;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.OutputStream;
import java.io.Serializable;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;
import jenkins.util.SystemProperties;

/**
 * Where the console of a build may begin: at the first line, or, where Jenkins shows the end of a long log only, at a line further down.
 * Jenkins does not tell an annotator which; it is told by what the first line says that is shown.
 */
final class Beginnings {
    /** Lines of a longer log are not counted each time that its console is shown. */
    static final long MOST_BYTES = 256L << 20;

    /** A longer line is not compared. */
    static final int LONGEST = 16 * 1024;

    private static final Logger LOGGER = Logger.getLogger(Beginnings.class.getName());
    private static final int USUAL_TAIL_KB = 150;

    private Beginnings() {}

    /**
     * A line with which a console may begin.
     *
     * @param number of the line, from 1
     * @param text without console notes, stripped
     */
    record Beginning(long number, String text) implements Serializable {}

    /**
     * The lines with which the console of a build may begin.
     *
     * @throws IOException when the log cannot be read
     */
    static List<Beginning> of(Run<?, ?> run) throws IOException {
        AnnotatedLargeText<?> log = run.getLogText();
        long tail = log.length() - 1024L * SystemProperties.getInteger("hudson.consoleTailKB", USUAL_TAIL_KB);
        List<Beginning> beginnings = new ArrayList<>();
        add(beginnings, log, 0, run.getCharset());
        if (tail > 0 && tail <= MOST_BYTES) {
            add(beginnings, log, tail, run.getCharset());
        }
        return List.copyOf(beginnings);
    }

    private static void add(List<Beginning> beginnings, AnnotatedLargeText<?> log, long offset, Charset charset)
            throws IOException {
        FirstLine line = new FirstLine(offset);
        try {
            long end = log.writeRawLogTo(0, line);
            LOGGER.log(Level.FINE, "The last line of a log ends at byte {0}", end);
        } catch (Complete complete) {
            // The rest is not needed.
        }
        if (line.begun && line.text.size() <= LONGEST) {
            beginnings.add(new Beginning(
                    line.number,
                    ConsoleNote.removeNotes(line.text.toString(charset)).strip()));
        }
    }

    /** Counts the lines before a place, as the scan counts them, and keeps the first line that begins there or behind it. */
    private static final class FirstLine extends OutputStream {
        private final long offset;
        private final ByteArrayOutputStream text = new ByteArrayOutputStream();
        private long at;
        private long number = 1;
        private boolean begun;
        private int last;

        FirstLine(long offset) {
            this.offset = offset;
            this.begun = offset == 0;
        }

        @Override
        public void write(int b) throws IOException {
            if (begun) {
                if (b == '\n' || text.size() > LONGEST) {
                    throw new Complete();
                }
                text.write(b);
            } else {
                // \n, \r\n and a lone \r end a line.
                if (b == '\r' || b == '\n' && last != '\r') {
                    number++;
                }
                last = b;
                at++;
                begun = b == '\n' && at >= offset;
            }
        }

        @Override
        public void write(byte[] bytes, int from, int length) throws IOException {
            for (int i = from; i < from + length; i++) {
                write(bytes[i]);
            }
        }
    }

    /** All that was wanted has been read. */
    private static final class Complete extends InterruptedIOException {
        private static final long serialVersionUID = 1L;
    }
}
