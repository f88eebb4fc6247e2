package io.jenkins.plugins.mlci.plugin.logscan.scan;

import edu.umd.cs.findbugs.annotations.NonNull;
import hudson.console.ConsoleNote;
import io.jenkins.plugins.mlci.plugin.logscan.report.SameLine;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * A log in which lines that were written after a watched block was stopped, up to the verdict of its scan, begin with the prefix of this
 * plugin: the scan takes its own lines for no evidence. Lines keep their numbers.
 *
 * <p>An agent sends its output with a delay: what comes between the notice of the stop and the line that was the reason is evidence still.
 */
final class AfterStop extends FilterInputStream {
    private static final String OWN = "[ml-log-scan] ";
    /** How a notice begins. */
    private static final String STOPPED = OWN + "Stopped: ";

    /** A longer line comes in pieces. */
    private static final int LONGEST = 64 * 1024;

    /** The lines that were the reasons for stops. */
    private final List<String> reasons;

    /** Those that were met. */
    private final Set<String> seen = new HashSet<>();

    private final Charset charset;
    private byte[] piece = new byte[0];
    private int at;
    private boolean begins = true;
    /** The reason for the stop whose effects are read now; null when there is none. */
    private String reason;

    AfterStop(InputStream log, List<String> reasons, Charset charset) {
        super(new BufferedInputStream(log, LONGEST));
        this.reasons = List.copyOf(reasons);
        this.charset = charset;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(@NonNull byte[] bytes, int offset, int length) throws IOException {
        if (at == piece.length && !next()) {
            return -1;
        }
        int count = Math.min(length, piece.length - at);
        System.arraycopy(piece, at, bytes, offset, count);
        at += count;
        return count;
    }

    @Override
    public boolean markSupported() {
        return false;
    }

    /** The next line, or a piece of it; false at the end of the log. */
    private boolean next() throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        int b = 0;
        while (b != '\n' && line.size() < LONGEST) {
            b = in.read();
            if (b < 0) {
                break;
            }
            line.write(b);
        }
        piece = begins ? judged(line.toByteArray()) : line.toByteArray();
        begins = b == '\n';
        at = 0;
        return piece.length > 0;
    }

    private byte[] judged(byte[] line) throws IOException {
        String text = ConsoleNote.removeNotes(new String(line, charset)).strip();
        int own = text.indexOf(OWN);
        if (own >= 0) {
            // A time may stand before it. The next line of this plugin is the verdict of the scan.
            reason = text.startsWith(STOPPED, own) ? reasonOf(text) : null;
            return line;
        }
        boolean after = reason != null && seen.contains(reason);
        reasons.stream().filter(each -> SameLine.is(text, each)).forEach(seen::add);
        return after ? prefixed(line) : line;
    }

    private String reasonOf(String notice) {
        return reasons.stream()
                .filter(each -> notice.endsWith(each.strip()))
                .findFirst()
                .orElse(null);
    }

    /** A lone carriage return begins a line too. */
    private static byte[] prefixed(byte[] line) throws IOException {
        byte[] prefix = OWN.getBytes(StandardCharsets.US_ASCII);
        ByteArrayOutputStream prefixed = new ByteArrayOutputStream();
        if (line.length > 0) {
            prefixed.write(prefix);
        }
        for (int i = 0; i < line.length; i++) {
            prefixed.write(line[i]);
            if (line[i] == '\r' && i + 1 < line.length && line[i + 1] != '\n') {
                prefixed.write(prefix);
            }
        }
        return prefixed.toByteArray();
    }
}
