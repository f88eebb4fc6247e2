package io.jenkins.plugins.mlci.plugin.logscan.page;

import io.jenkins.plugins.mlci.logscan.scan.Finding;
import io.jenkins.plugins.mlci.plugin.logscan.report.Wording;

/** A range of lines as a row of a table. */
public final class RangeRow {
    private final Finding finding;

    RangeRow(Finding finding) {
        this.finding = finding;
    }

    /** For example {@code 118} or {@code 118 to 131}. */
    public String getLines() {
        return finding.first() == finding.last()
                ? String.valueOf(finding.first())
                : finding.first() + " to " + finding.last();
    }

    /** The number of the first line, for sorting. */
    public long getFirst() {
        return finding.first();
    }

    /** What it is, for example {@code Never seen}. */
    public String getKind() {
        return Wording.category(finding.kind());
    }

    /** One sentence. */
    public String getReason() {
        return finding.reason();
    }

    /** The first line, secrets hidden; may be empty. */
    public String getText() {
        return finding.text().isEmpty() ? "" : finding.text().get(0);
    }

    /** How unusual, for example {@code 93 %}. */
    public String getScore() {
        return Wording.percent(finding.score());
    }
}
