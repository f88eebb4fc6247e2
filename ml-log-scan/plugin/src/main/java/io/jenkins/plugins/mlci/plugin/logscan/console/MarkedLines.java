package io.jenkins.plugins.mlci.plugin.logscan.console;

import hudson.MarkupText;
import hudson.console.ConsoleAnnotator;
import hudson.model.Run;
import io.jenkins.plugins.mlci.plugin.logscan.console.Beginnings.Beginning;
import io.jenkins.plugins.mlci.plugin.logscan.report.SameLine;
import io.jenkins.plugins.mlci.plugin.logscan.report.ScanReport;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;

/**
 * Marks the lines of the causes by their numbers. A console may begin in the middle of a log: which line is shown first is told by its
 * text. Where that cannot be told, a line is marked when the whole of it is what was found, each text where it is met first: a shell that
 * repeats a command, or a line that quotes the cause, is not the cause.
 */
final class MarkedLines extends ConsoleAnnotator<Run<?, ?>> {
    private static final long serialVersionUID = 1L;
    private static final int SHORTEST = 4;

    /** What is left to mark. */
    private final ArrayList<Mark> marks;

    /** With what the console may begin; empty when it has begun. */
    private final ArrayList<Beginning> beginnings;

    /** Attributes of the element that goes before the first line that is shown; null when it has gone. */
    private String head;

    /** Of the line that comes next, from 1; 0 when that is not known. */
    private long number;

    /**
     * Marks causes.
     *
     * @param marks what to mark
     * @param beginnings with what the console may begin
     * @param head attributes of an element that goes before the first line that is shown; may be empty
     */
    MarkedLines(List<Mark> marks, List<Beginning> beginnings, String head) {
        this.marks = new ArrayList<>(marks);
        this.beginnings = new ArrayList<>(beginnings);
        this.head = head;
    }

    /**
     * A cause.
     *
     * @param cause its number among the causes, from 1
     * @param first number of its first line, from 1
     * @param last number of its last line
     * @param texts its lines, as far as they were kept
     */
    record Mark(int cause, long first, long last, ArrayList<String> texts) implements Serializable {}

    /** The causes of a scan. */
    static List<Mark> marks(ScanReport report) {
        List<Mark> marks = new ArrayList<>();
        for (var cause : report.causes()) {
            marks.add(new Mark(marks.size() + 1, cause.first(), cause.last(), new ArrayList<>(cause.text())));
        }
        return marks;
    }

    @Override
    public ConsoleAnnotator<Run<?, ?>> annotate(Run<?, ?> run, MarkupText markup) {
        String shown = markup.getText();
        if (head != null) {
            begin(shown);
            sayWhatWasFound(markup, head);
            head = null;
        }
        // What is one line for Jenkins may be many: a lone carriage return ends a line for the scan.
        int from = 0;
        while (from < shown.length()) {
            int end = end(shown, from);
            mark(markup, from, end);
            if (end == shown.length()) {
                break;
            }
            from = shown.startsWith("\r\n", end) ? end + 2 : end + 1;
            number += number > 0 ? 1 : 0;
        }
        marks.removeIf(mark -> mark.texts().isEmpty() || number > mark.last());
        return marks.isEmpty() ? null : this;
    }

    /** Two places that begin alike are no place. */
    private void begin(String shown) {
        List<Long> numbers = beginnings.stream()
                .filter(beginning -> beginning.text().equals(shown.strip()))
                .map(Beginning::number)
                .toList();
        number = numbers.size() == 1 ? numbers.get(0) : 0;
        beginnings.clear();
    }

    private void sayWhatWasFound(MarkupText markup, String attributes) {
        if (!attributes.isEmpty()) {
            String first = number > 0 ? " data-first='" + number + "'" : "";
            markup.addMarkup(0, "<span class='mlci-scan'" + first + " " + attributes + "></span>");
        }
    }

    private static int end(String text, int from) {
        int at = from;
        while (at < text.length() && text.charAt(at) != '\n' && text.charAt(at) != '\r') {
            at++;
        }
        return at;
    }

    private void mark(MarkupText markup, int from, int end) {
        String shown = markup.getText().substring(from, end);
        for (Mark mark : marks) {
            if (number > 0 && (number < mark.first() || number > mark.last())) {
                continue;
            }
            for (String text : mark.texts()) {
                if ((number > 0 || text.strip().length() >= SHORTEST) && SameLine.is(shown, text)) {
                    markup.addMarkup(from, end, tag(mark.cause()), "</span>");
                    if (number == 0) {
                        mark.texts().remove(text);
                    }
                    return;
                }
            }
        }
    }

    private String tag(int cause) {
        String line = number == 0 ? "" : " data-line='" + number + "'";
        return "<span class='mlci-cause' data-cause='" + cause + "'" + line + ">";
    }
}
