package io.jenkins.plugins.mlci.plugin.logscan.page;

import io.jenkins.plugins.mlci.plugin.logscan.report.Wording;
import jenkins.model.Tab;
import org.kohsuke.stapler.export.Exported;
import org.kohsuke.stapler.export.ExportedBean;

/** The figures of a scan, for pages and {@code /api/json}; they need no file. */
@ExportedBean
public abstract class LogScanTab extends Tab {
    LogScanTab() {
        super(null);
    }

    abstract ScanSummary summary();

    /** The verdict, in one sentence. */
    @Exported
    public String getVerdict() {
        return summary().verdict;
    }

    /** What stands behind it; may be empty. */
    @Exported
    public String getWhy() {
        return summary().why;
    }

    /** What kind of failure it is, for example {@code out_of_memory}; empty where no cause was found. */
    @Exported
    public String getCategory() {
        return summary().category;
    }

    /** The same for people. */
    public String getCategoryName() {
        return Wording.category(summary().category);
    }

    /** How probable that kind is, from 0 to 1. */
    @Exported
    public double getCategoryProbability() {
        return summary().probability;
    }

    /** Whether trying again is likely to help. */
    @Exported(name = "transient")
    public boolean isTransientFailure() {
        return summary().transientFailure;
    }

    /** Equal for equal failures; empty where no cause was found. */
    @Exported
    public String getSignature() {
        return summary().signature;
    }

    /** How many ranges state the cause. */
    @Exported
    public int getCauseCount() {
        return summary().causes;
    }

    /** How many secrets the log shows. */
    @Exported
    public long getSecretCount() {
        return summary().secrets;
    }

    /** How many ranges differ from the good builds. */
    @Exported
    public int getAnomalyCount() {
        return summary().anomalies;
    }

    /** How many builds failed in the same way before, in all jobs. */
    @Exported
    public long getSeenBefore() {
        return summary().seenBefore;
    }
}
