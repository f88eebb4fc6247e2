package io.jenkins.plugins.mlci.plugin.logscan.step;

import io.jenkins.plugins.mlci.plugin.logscan.report.ScanReport;
import io.jenkins.plugins.mlci.plugin.logscan.report.Wording;
import java.io.Serializable;
import org.jenkinsci.plugins.scriptsecurity.sandbox.whitelists.Whitelisted;

/** What a script is told of a scan. */
public final class ScriptScan implements Serializable {
    private static final long serialVersionUID = 1L;

    private final String verdict;
    private final String cause;
    private final long firstLine;
    private final String category;
    private final double probability;
    private final boolean transientFailure;
    private final String signature;
    private final long similar;
    private final long secrets;
    private final int anomalies;

    ScriptScan(ScanReport report) {
        this.verdict = Wording.verdict(report);
        this.cause = report.causeLine().orElse("");
        this.firstLine = report.causes().isEmpty() ? 0 : report.causes().get(0).first();
        this.category = report.result().category();
        this.probability = report.result().categoryProbability();
        this.transientFailure = report.result().transientFailure();
        this.signature = report.result().signature();
        this.similar = report.past().count();
        this.secrets = report.result().secrets();
        this.anomalies = report.result().anomalies().size();
    }

    /** The verdict, in one sentence. */
    @Whitelisted
    public String getVerdict() {
        return verdict;
    }

    /** The first line of the cause; empty where none was found. */
    @Whitelisted
    public String getCause() {
        return cause;
    }

    /** Its number in the log, from 1; 0 where no cause was found. */
    @Whitelisted
    public long getFirstLine() {
        return firstLine;
    }

    /** What kind of failure it is, for example {@code network}; empty where no cause was found. */
    @Whitelisted
    public String getCategory() {
        return category;
    }

    /** How probable that kind is, from 0 to 1. */
    @Whitelisted
    public double getProbability() {
        return probability;
    }

    /** Whether trying again is likely to help. */
    @Whitelisted
    public boolean isTransientFailure() {
        return transientFailure;
    }

    /** Equal for equal failures; empty where no cause was found. */
    @Whitelisted
    public String getSignature() {
        return signature;
    }

    /** How many builds failed in the same way before, in all jobs. */
    @Whitelisted
    public long getSimilar() {
        return similar;
    }

    /** How many secrets the log shows. */
    @Whitelisted
    public long getSecrets() {
        return secrets;
    }

    /** How many ranges of lines differ from the good builds. */
    @Whitelisted
    public int getAnomalies() {
        return anomalies;
    }

    @Whitelisted
    @Override
    public String toString() {
        return verdict;
    }
}
