package io.jenkins.plugins.mlci.plugin.logscan.page;

import io.jenkins.plugins.mlci.logscan.scan.Finding;
import io.jenkins.plugins.mlci.plugin.logscan.scan.Opinion;
import java.util.List;
import org.kohsuke.stapler.export.Exported;
import org.kohsuke.stapler.export.ExportedBean;

/** Lines of a log, as JSON. */
@ExportedBean(defaultVisibility = 2)
public final class ExportedRange {
    private final Finding finding;
    private final Opinion opinion;

    ExportedRange(Finding finding, Opinion opinion) {
        this.finding = finding;
        this.opinion = opinion;
    }

    /** Number of the first line, from 1. */
    @Exported
    public long getFirst() {
        return finding.first();
    }

    /** Number of the last line. */
    @Exported
    public long getLast() {
        return finding.last();
    }

    /** From 0 to 1: how sure for a cause, how unusual for what differs. */
    @Exported
    public double getScore() {
        return finding.score();
    }

    /** {@code cause}, {@code secret}, {@code never_seen}, {@code rare}, {@code missing}, {@code too_many} or {@code too_slow}. */
    @Exported
    public String getKind() {
        return finding.kind();
    }

    /** One sentence. */
    @Exported
    public String getReason() {
        return finding.reason();
    }

    /** The first lines, secrets hidden. */
    @Exported
    public List<String> getText() {
        return finding.text();
    }

    /** What a person said about it: {@code cause}, {@code noise} or {@code none}. */
    @Exported
    public String getOpinion() {
        return opinion.key();
    }
}
