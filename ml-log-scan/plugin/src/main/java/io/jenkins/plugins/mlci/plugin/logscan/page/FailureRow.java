package io.jenkins.plugins.mlci.plugin.logscan.page;

import io.jenkins.plugins.mlci.logscan.signature.Recurring;
import io.jenkins.plugins.mlci.plugin.logscan.report.Wording;
import java.util.ArrayList;
import java.util.List;
import org.kohsuke.stapler.export.Exported;
import org.kohsuke.stapler.export.ExportedBean;

/** A failure of a job as a row of a table and as JSON. */
@ExportedBean(defaultVisibility = 2)
public final class FailureRow {
    private static final int DAY = 10;

    private final Recurring failure;

    FailureRow(Recurring failure) {
        this.failure = failure;
    }

    /** Equal for equal failures. */
    @Exported
    public String getSignature() {
        return failure.signature();
    }

    /** What kind of failure it is, for example {@code network}. */
    @Exported
    public String getCategory() {
        return failure.category();
    }

    /** The same for people. */
    public String getCategoryName() {
        return Wording.category(failure.category());
    }

    /** In how many builds it was seen. */
    @Exported
    public int getCount() {
        return failure.count();
    }

    /** When it was seen first, as ISO 8601. */
    @Exported
    public String getFirst() {
        return failure.first().toString();
    }

    /** The day of it. */
    public String getFirstDay() {
        return getFirst().substring(0, DAY);
    }

    /** The build that showed it first. */
    @Exported
    public long getFirstBuild() {
        return failure.firstBuild();
    }

    /** When it was seen last, as ISO 8601. */
    @Exported
    public String getLast() {
        return failure.last().toString();
    }

    /** The day of it. */
    public String getLastDay() {
        return getLast().substring(0, DAY);
    }

    /** The build that showed it last. */
    @Exported
    public long getLastBuild() {
        return failure.lastBuild();
    }

    /** The first line of the cause, secrets hidden. */
    @Exported
    public String getLine() {
        return failure.line();
    }

    /** How often it went away without a change. */
    @Exported
    public int getRetries() {
        return failure.retries();
    }

    /** How often it went away with a change. */
    @Exported
    public int getChanges() {
        return failure.changes();
    }

    /** What helped, in words. */
    public String getHelped() {
        List<String> parts = new ArrayList<>();
        if (failure.retries() > 0) {
            parts.add("a retry " + times(failure.retries()));
        }
        if (failure.changes() > 0) {
            parts.add("a change " + times(failure.changes()));
        }
        return parts.isEmpty() ? "nothing so far" : String.join(", ", parts);
    }

    private static String times(int count) {
        return count == 1 ? "once" : count + " times";
    }
}
