package io.jenkins.plugins.mlci.plugin.logscan.page;

import hudson.model.Api;
import hudson.model.Run;
import io.jenkins.plugins.mlci.logscan.scan.Finding;
import io.jenkins.plugins.mlci.plugin.logscan.report.ReportFile;
import io.jenkins.plugins.mlci.plugin.logscan.report.ScanReport;
import io.jenkins.plugins.mlci.plugin.logscan.scan.Ledger;
import io.jenkins.plugins.mlci.plugin.logscan.scan.Opinion;
import io.jenkins.plugins.mlci.plugin.shared.access.AuditLog;
import io.jenkins.plugins.mlci.plugin.shared.access.MlPermissions;
import io.jenkins.plugins.mlci.plugin.shared.jenkins.JenkinsFacade;
import java.io.IOException;
import java.lang.ref.SoftReference;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import jenkins.management.Badge;
import jenkins.model.RunAction2;
import org.kohsuke.stapler.HttpResponse;
import org.kohsuke.stapler.HttpResponses;
import org.kohsuke.stapler.QueryParameter;
import org.kohsuke.stapler.export.Exported;
import org.kohsuke.stapler.export.ExportedBean;
import org.kohsuke.stapler.interceptor.RequirePOST;

/** The scan of a build: its line on the build page, its tab and its JSON. What was found is in a file of its own. */
@ExportedBean
public final class LogScanAction extends LogScanTab implements RunAction2 {
    /** Where the tab is. */
    public static final String URL = "ml-log-scan";

    private final ScanSummary summary;
    /** What a person said, by the first line of a range; no names are kept here. */
    private Map<Long, Opinion> opinions = new TreeMap<>();

    private transient Run<?, ?> run;
    private transient SoftReference<ScanReport> cached;

    private LogScanAction(ScanSummary summary) {
        this.summary = summary;
    }

    /** Keeps a scan with its build, in place of an earlier one. */
    public static LogScanAction keep(Run<?, ?> run, ScanReport report) throws IOException {
        ReportFile.write(report, run.getRootDir().toPath());
        LogScanAction action = new LogScanAction(new ScanSummary(report));
        synchronized (run) {
            LogScanAction before = run.getAction(LogScanAction.class);
            if (before != null) {
                action.opinions.putAll(before.opinions());
            }
            run.removeActions(LogScanAction.class);
            run.addAction(action);
        }
        run.save();
        return action;
    }

    /** A scan that was kept by an earlier version has no opinions. */
    private synchronized Object readResolve() {
        if (opinions == null) {
            opinions = new TreeMap<>();
        }
        return this;
    }

    @Override
    public void onAttached(Run<?, ?> owner) {
        run = owner;
        object = owner;
    }

    @Override
    public void onLoad(Run<?, ?> owner) {
        onAttached(owner);
    }

    /**
     * The whole scan.
     *
     * @throws IOException with a sentence when its file is gone or damaged
     */
    public synchronized ScanReport report() throws IOException {
        ScanReport report = cached == null ? null : cached.get();
        if (report == null) {
            report = ReportFile.read(run.getRootDir().toPath());
            cached = new SoftReference<>(report);
        }
        return report;
    }

    @Override
    ScanSummary summary() {
        return summary;
    }

    /** The build. */
    public Run<?, ?> getRun() {
        return run;
    }

    /** What was said about the range that begins with this line. */
    public synchronized Opinion opinion(long first) {
        return opinions.getOrDefault(first, Opinion.NONE);
    }

    private synchronized Map<Long, Opinion> opinions() {
        return new TreeMap<>(opinions);
    }

    /** What was said about the cause. */
    @Exported
    public String getOpinion() {
        return opinion(summary.firstLine).key();
    }

    /** Number of the first line of the cause, from 1; 0 where none was found. */
    @Exported
    public long getFirstLine() {
        return summary.firstLine;
    }

    /** Whether the current user may say what is the cause. */
    public boolean isJudge() {
        return run.getACL().hasAnyPermission(MlPermissions.OVERRIDE, Run.UPDATE);
    }

    /**
     * {@code POST say}: a person says that lines are the cause, or noise, or takes that back.
     *
     * @param line the first line of a range that states the cause
     * @param opinion {@code cause}, {@code noise} or {@code none}
     * @param from {@code build} to go back to the page of the build
     */
    @RequirePOST
    public HttpResponse doSay(@QueryParameter long line, @QueryParameter String opinion, @QueryParameter String from)
            throws IOException {
        run.getACL().checkAnyPermission(MlPermissions.OVERRIDE, Run.UPDATE);
        Optional<Opinion> said = Opinion.of(opinion);
        Optional<Finding> range = report().causes().stream()
                .filter(cause -> cause.first() == line)
                .findFirst();
        if (said.isEmpty() || range.isEmpty()) {
            return HttpResponses.errorWithoutStack(400, "Say cause, noise or none about the first line of a cause.");
        }
        if (!say(range.get(), said.get())) {
            return HttpResponses.errorWithoutStack(503, "The history cannot be used now, so nothing was learned.");
        }
        return HttpResponses.redirectViaContextPath(run.getUrl() + ("build".equals(from) ? "" : URL + "/"));
    }

    private synchronized boolean say(Finding range, Opinion said) throws IOException {
        Opinion before = opinion(range.first());
        if (said == before) {
            return true;
        }
        if (!said.teach(run.getParent(), range, before)) {
            return false;
        }
        if (said == Opinion.NONE) {
            opinions.remove(range.first());
        } else {
            opinions.put(range.first(), said);
        }
        run.save();
        Ledger.said(run, range.first(), said);
        new AuditLog(new JenkinsFacade())
                .did((said == Opinion.NONE ? "took back the opinion " + before.key() : "said " + said.key())
                        + " about line " + range.first() + " of the log of " + run);
        return true;
    }

    /** What the tab shows. */
    public ScanView getView() {
        return ScanView.of(this);
    }

    @Override
    public String getIconFileName() {
        return "symbol-search";
    }

    @Override
    public String getDisplayName() {
        return Messages.LogScanAction_DisplayName();
    }

    @Override
    public String getUrlName() {
        return URL;
    }

    @Override
    public Badge getBadge() {
        if (summary.secrets > 0) {
            return new Badge(
                    String.valueOf(summary.secrets),
                    Messages.LogScanAction_Secrets(summary.secrets),
                    Badge.Severity.DANGER);
        }
        return null;
    }

    /** What to read, in this order. */
    @Exported(visibility = 2)
    public List<ExportedRange> getRanges() throws IOException {
        return report().result().ranges().stream().map(this::export).toList();
    }

    /** All that differs from the good builds. */
    @Exported(visibility = 2)
    public List<ExportedRange> getAnomalies() throws IOException {
        return report().result().anomalies().stream().map(this::export).toList();
    }

    private ExportedRange export(Finding finding) {
        return new ExportedRange(finding, opinion(finding.first()));
    }

    /** {@code /api/json}. */
    public Api getApi() {
        return new Api(this);
    }
}
