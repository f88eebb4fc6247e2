package io.jenkins.plugins.mlci.plugin.logscan.report;

import io.jenkins.plugins.mlci.logscan.line.Line;
import io.jenkins.plugins.mlci.logscan.line.LineReader;
import io.jenkins.plugins.mlci.logscan.scan.Finding;
import io.jenkins.plugins.mlci.logscan.scan.ScanResult;
import io.jenkins.plugins.mlci.logscan.secret.SecretScanner;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;

/** Reads a log once more for the lines around what was found, so that a page need not. */
public final class Excerpts {
    /** How many ranges are quoted. */
    static final int MOST_RANGES = 5;

    private static final int AROUND = 3;
    private static final int LONGEST_RANGE = 12;
    private static final int LONGEST_LINE = 400;

    private final List<Window> windows = new ArrayList<>();
    private final SecretScanner secrets = new SecretScanner();
    private long lastWanted;

    private Excerpts() {}

    /** Opens a log. */
    @FunctionalInterface
    public interface Source {
        InputStream open() throws IOException;
    }

    /**
     * The lines around the first ranges of a result.
     *
     * @throws IOException when the log cannot be read
     */
    public static List<Excerpt> read(Source log, ScanResult result) throws IOException {
        Excerpts excerpts = new Excerpts();
        result.ranges().stream()
                .filter(range -> range.kind().equals(Finding.CAUSE))
                .limit(MOST_RANGES)
                .forEach(excerpts::want);
        if (excerpts.windows.isEmpty()) {
            return List.of();
        }
        LineReader reader = new LineReader(excerpts::line);
        try (InputStream in = log.open()) {
            byte[] chunk = new byte[64 * 1024];
            int read = in.read(chunk);
            while (read >= 0 && reader.lines() <= excerpts.lastWanted) {
                reader.accept(chunk, 0, read);
                read = in.read(chunk);
            }
            reader.finish();
        }
        return excerpts.windows.stream().map(Window::excerpt).toList();
    }

    private void want(Finding range) {
        Window window = new Window(range);
        windows.add(window);
        lastWanted = Math.max(lastWanted, window.last);
    }

    private void line(Line line) {
        if (line.number() > lastWanted) {
            return;
        }
        // Every line is looked at, also those between: a private key spans many lines.
        secrets.scan(line);
        for (Window window : windows) {
            window.line(line);
        }
    }

    /** One range with its surroundings. */
    private static final class Window {
        private final Finding range;
        private final long first;
        private final long last;
        private final List<String> lines = new ArrayList<>();

        Window(Finding range) {
            this.range = range;
            this.first = Math.max(1, range.first() - AROUND);
            this.last = Math.min(range.last(), range.first() + LONGEST_RANGE - 1) + AROUND;
        }

        void line(Line line) {
            if (line.number() >= first && line.number() <= last) {
                String text = line.messageText();
                lines.add(text.length() <= LONGEST_LINE ? text : text.substring(0, LONGEST_LINE) + " ...");
            }
        }

        Excerpt excerpt() {
            return new Excerpt(first, range.first(), Math.min(range.last(), last - AROUND), lines);
        }
    }
}
