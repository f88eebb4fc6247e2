package io.jenkins.plugins.mlci.plugin.logscan.page;

import hudson.model.Api;
import hudson.model.Run;
import io.jenkins.plugins.mlci.plugin.logscan.report.ReportFile;
import io.jenkins.plugins.mlci.plugin.logscan.report.ScanReport;
import java.io.IOException;
import java.lang.ref.SoftReference;
import java.util.List;
import jenkins.management.Badge;
import jenkins.model.RunAction2;
import org.kohsuke.stapler.export.Exported;
import org.kohsuke.stapler.export.ExportedBean;

/** The scan of a build: its line on the build page, its tab and its JSON. What was found is in a file of its own. */
@ExportedBean
public final class LogScanAction extends LogScanTab implements RunAction2 {
    /** Where the tab is. */
    public static final String URL = "ml-log-scan";

    private final ScanSummary summary;
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
            run.removeActions(LogScanAction.class);
            run.addAction(action);
        }
        run.save();
        return action;
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
        return report().result().ranges().stream().map(ExportedRange::new).toList();
    }

    /** All that differs from the good builds. */
    @Exported(visibility = 2)
    public List<ExportedRange> getAnomalies() throws IOException {
        return report().result().anomalies().stream().map(ExportedRange::new).toList();
    }

    /** {@code /api/json}. */
    public Api getApi() {
        return new Api(this);
    }
}
