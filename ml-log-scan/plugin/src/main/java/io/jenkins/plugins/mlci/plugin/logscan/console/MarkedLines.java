package io.jenkins.plugins.mlci.plugin.logscan.console;

import hudson.MarkupText;
import hudson.console.ConsoleAnnotator;
import hudson.model.Run;
import io.jenkins.plugins.mlci.plugin.logscan.report.ScanReport;
import java.io.Serializable;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Marks lines by their text: a console is shown in pieces and from any place on, so that line numbers are not known there. Each
 * text is marked where it is met first.
 */
final class MarkedLines extends ConsoleAnnotator<Run<?, ?>> {
    private static final long serialVersionUID = 1L;
    private static final int SHORTEST = 4;

    /** What is left to mark: the text of a line, and what is known of it. */
    private final LinkedHashMap<String, Place> texts;

    /** Goes before the first line that is shown; null when it has gone. */
    private String head;

    /**
     * Marks texts.
     *
     * @param texts what to mark
     * @param head HTML that goes before the first line that is shown; may be empty
     */
    MarkedLines(Map<String, Place> texts, String head) {
        this.texts = new LinkedHashMap<>(texts);
        this.head = head.isEmpty() ? null : head;
    }

    /**
     * Where a text stands.
     *
     * @param cause number of its cause, from 1
     * @param line number of the line in the log, from 1; 0 where that is not certain
     */
    record Place(int cause, long line) implements Serializable {}

    /** The lines of the causes of a scan. */
    static Map<String, Place> texts(ScanReport report) {
        Map<String, Place> texts = new LinkedHashMap<>();
        int number = 1;
        for (var cause : report.causes()) {
            for (int i = 0; i < cause.text().size(); i++) {
                String text = cause.text().get(i).strip();
                if (text.length() >= SHORTEST) {
                    texts.putIfAbsent(text, new Place(number, i == 0 ? cause.first() : 0));
                }
            }
            number++;
        }
        return texts;
    }

    @Override
    public ConsoleAnnotator<Run<?, ?>> annotate(Run<?, ?> run, MarkupText line) {
        if (head != null) {
            line.addMarkup(0, head);
            head = null;
        }
        String shown = line.getText().strip();
        for (Map.Entry<String, Place> wanted : texts.entrySet()) {
            // A time may stand before the text.
            if (shown.endsWith(wanted.getKey())) {
                line.addMarkup(0, line.length(), tag(wanted.getValue()), "</span>");
                texts.remove(wanted.getKey());
                break;
            }
        }
        return texts.isEmpty() ? null : this;
    }

    private static String tag(Place place) {
        String line = place.line() == 0 ? "" : " data-line='" + place.line() + "'";
        return "<span class='mlci-cause' data-cause='" + place.cause() + "'" + line + ">";
    }
}
