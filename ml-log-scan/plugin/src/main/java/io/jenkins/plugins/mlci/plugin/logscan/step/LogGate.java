package io.jenkins.plugins.mlci.plugin.logscan.step;

import edu.umd.cs.findbugs.annotations.NonNull;
import hudson.AbortException;
import hudson.Extension;
import hudson.model.AbstractDescribableImpl;
import hudson.model.Descriptor;
import hudson.model.Result;
import hudson.util.ListBoxModel;
import io.jenkins.plugins.mlci.logscan.scan.Finding;
import io.jenkins.plugins.mlci.plugin.logscan.report.ScanReport;
import io.jenkins.plugins.mlci.plugin.logscan.report.Wording;
import java.io.Serializable;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import jenkins.model.Jenkins;
import org.jenkinsci.Symbol;
import org.kohsuke.stapler.DataBoundConstructor;
import org.kohsuke.stapler.DataBoundSetter;
import org.kohsuke.stapler.verb.POST;

/** What a log may show before the build is unstable or fails. */
public final class LogGate extends AbstractDescribableImpl<LogGate> implements Serializable {
    private static final long serialVersionUID = 1L;
    private static final String NEVER_SEEN = "never_seen";
    private static final String TOO_MANY = "too_many";
    private static final String TOO_SLOW = "too_slow";
    private static final String UNSTABLE = "unstable";
    private static final String FAILURE = "failure";

    private final String on;
    private int threshold = 1;
    private String result = UNSTABLE;

    /**
     * A gate.
     *
     * @param on what is counted: {@code secret}, {@code cause}, {@code never_seen}, {@code too_many} or {@code too_slow}
     */
    @DataBoundConstructor
    public LogGate(String on) {
        this.on = on == null ? "" : on.trim().toLowerCase(Locale.ROOT);
    }

    /** What is counted. */
    public String getOn() {
        return on;
    }

    /** How many it takes, at least 1. */
    public int getThreshold() {
        return threshold;
    }

    @DataBoundSetter
    public void setThreshold(int threshold) {
        this.threshold = Math.max(1, threshold);
    }

    /** What happens then: {@code unstable} or {@code failure}. */
    public String getResult() {
        return result;
    }

    @DataBoundSetter
    public void setResult(String result) {
        this.result = result == null ? UNSTABLE : result.trim().toLowerCase(Locale.ROOT);
    }

    /**
     * Checks the words of these gates, before anything is done.
     *
     * @throws AbortException with a sentence that says which words there are
     */
    static void check(List<LogGate> gates) throws AbortException {
        for (LogGate gate : gates) {
            Words.check(
                    "on of logGate", gate.on, List.of(Finding.SECRET, Finding.CAUSE, NEVER_SEEN, TOO_MANY, TOO_SLOW));
            Words.check("result of logGate", gate.result, List.of(UNSTABLE, FAILURE));
        }
    }

    /** What becomes of the build, if this gate is not passed. */
    Result buildResult() {
        return result.equals(FAILURE) ? Result.FAILURE : Result.UNSTABLE;
    }

    /** Why this gate is not passed; empty when it is. */
    Optional<String> reason(ScanReport report) {
        long found = count(report);
        return found < threshold
                ? Optional.empty()
                : Optional.of("The log has " + Wording.count(found, noun()) + ", and the gate allows "
                        + (threshold == 1 ? "none" : "fewer than " + threshold) + ".");
    }

    private long count(ScanReport report) {
        return switch (on) {
            case Finding.SECRET -> report.result().secrets();
            case Finding.CAUSE -> report.causes().size();
            default ->
                report.result().anomalies().stream()
                        .filter(range -> range.kind().equals(on))
                        .count();
        };
    }

    private String noun() {
        return switch (on) {
            case Finding.SECRET -> "secret";
            case Finding.CAUSE -> "range of lines that looks like the cause of a failure";
            default -> "anomaly of the kind " + on;
        };
    }

    /** Offers the gate to steps. */
    @Extension
    @Symbol("logGate")
    public static final class DescriptorImpl extends Descriptor<LogGate> {
        @NonNull
        @Override
        public String getDisplayName() {
            return Messages.LogGate_DisplayName();
        }

        /** What can be counted. */
        @POST
        public ListBoxModel doFillOnItems() {
            Jenkins.get().checkPermission(Jenkins.READ);
            ListBoxModel items = new ListBoxModel();
            items.add(Messages.LogGate_Secret(), Finding.SECRET);
            items.add(Messages.LogGate_NeverSeen(), NEVER_SEEN);
            items.add(Messages.LogGate_TooMany(), TOO_MANY);
            items.add(Messages.LogGate_TooSlow(), TOO_SLOW);
            items.add(Messages.LogGate_Cause(), Finding.CAUSE);
            return items;
        }

        /** What may happen. */
        @POST
        public ListBoxModel doFillResultItems() {
            Jenkins.get().checkPermission(Jenkins.READ);
            ListBoxModel items = new ListBoxModel();
            items.add(Messages.LogGate_Unstable(), UNSTABLE);
            items.add(Messages.LogGate_Failure(), FAILURE);
            return items;
        }
    }
}
