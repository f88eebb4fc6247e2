package io.jenkins.plugins.mlci.plugin.logscan.console;

import hudson.MarkupText;
import hudson.console.ConsoleAnnotator;
import hudson.model.Run;
import io.jenkins.plugins.mlci.plugin.logscan.report.ScanReport;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Marks lines by their text: a console is shown in pieces and from any place on, so that line numbers are not known there. Each
 * text is marked where it is met first.
 */
final class MarkedLines extends ConsoleAnnotator<Run<?, ?>> {
    private static final long serialVersionUID = 1L;
    private static final int SHORTEST = 4;

    /** What is left to mark: the text of a line, and the number of its cause, from 1. */
    private final LinkedHashMap<String, Integer> texts;

    MarkedLines(Map<String, Integer> texts) {
        this.texts = new LinkedHashMap<>(texts);
    }

    /** The lines of the causes of a scan. */
    static Map<String, Integer> texts(ScanReport report) {
        Map<String, Integer> texts = new LinkedHashMap<>();
        int number = 1;
        for (var cause : report.causes()) {
            for (String line : cause.text()) {
                String text = line.strip();
                if (text.length() >= SHORTEST) {
                    texts.putIfAbsent(text, number);
                }
            }
            number++;
        }
        return texts;
    }

    @Override
    public ConsoleAnnotator<Run<?, ?>> annotate(Run<?, ?> run, MarkupText line) {
        String shown = line.getText().strip();
        for (Map.Entry<String, Integer> wanted : texts.entrySet()) {
            // A time may stand before the text.
            if (shown.endsWith(wanted.getKey())) {
                line.addMarkup(
                        0,
                        line.length(),
                        "<span class='mlci-cause' id='ml-log-" + wanted.getValue() + "-"
                                + Integer.toHexString(wanted.getKey().hashCode()) + "'>",
                        "</span>");
                texts.remove(wanted.getKey());
                break;
            }
        }
        return texts.isEmpty() ? null : this;
    }
}
