package io.jenkins.plugins.mlci.plugin.logscan.page;

import io.jenkins.plugins.mlci.logscan.scan.Finding;
import io.jenkins.plugins.mlci.logscan.scan.ScanResult;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The whole log as one strip, its first line on the left, with a mark where something was found. Positions are percent. */
public final class LogMap {
    private static final int MOST_MARKS = 200;

    private final ScanResult result;

    LogMap(ScanResult result) {
        this.result = result;
    }

    /** How many lines the strip stands for. */
    public long getLines() {
        return result.lines();
    }

    /** The marks; causes are drawn last, above the others. */
    public List<Mark> getMarks() {
        List<Mark> marks = new ArrayList<>();
        result.anomalies().stream().limit(MOST_MARKS).forEach(finding -> marks.add(mark(finding, "other")));
        result.ranges().stream().limit(MOST_MARKS).forEach(finding -> {
            if (finding.kind().equals(Finding.SECRET)) {
                marks.add(mark(finding, "secret"));
            } else if (finding.kind().equals(Finding.CAUSE)) {
                marks.add(mark(finding, "cause"));
            }
        });
        return marks;
    }

    private Mark mark(Finding finding, String style) {
        double lines = Math.max(1, result.lines());
        double left = Math.min(99.5, 100 * (finding.first() - 1) / lines);
        double width = Math.max(0.5, Math.min(100 - left, 100 * (finding.last() - finding.first() + 1) / lines));
        return new Mark(number(left), number(width), style, "line " + finding.first());
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, "%.2f", value);
    }

    /** A mark. */
    public record Mark(String left, String width, String style, String title) {
        public String getLeft() {
            return left;
        }

        public String getWidth() {
            return width;
        }

        public String getStyle() {
            return style;
        }

        public String getTitle() {
            return title;
        }
    }
}
