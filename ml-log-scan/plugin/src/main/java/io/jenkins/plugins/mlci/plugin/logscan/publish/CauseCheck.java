package io.jenkins.plugins.mlci.plugin.logscan.publish;

import hudson.Extension;
import hudson.model.Run;
import hudson.model.TaskListener;
import io.jenkins.plugins.checks.api.ChecksConclusion;
import io.jenkins.plugins.checks.api.ChecksDetails;
import io.jenkins.plugins.checks.api.ChecksOutput;
import io.jenkins.plugins.checks.api.ChecksPublisherFactory;
import io.jenkins.plugins.checks.api.ChecksStatus;
import io.jenkins.plugins.mlci.plugin.logscan.config.LogScanDefaults;
import io.jenkins.plugins.mlci.plugin.logscan.learn.ScanListener;
import io.jenkins.plugins.mlci.plugin.logscan.page.LogScanAction;
import io.jenkins.plugins.mlci.plugin.logscan.report.ScanReport;
import io.jenkins.plugins.mlci.plugin.logscan.report.Wording;
import io.jenkins.plugins.mlci.plugin.shared.build.Markdown;
import jenkins.model.Jenkins;

/** Shows a scan beside the commit: a check with the cause lines. */
@Extension(optional = true)
public final class CauseCheck implements ScanListener {
    /** The name of the check. */
    public static final String NAME = "Log scan";

    private static final int LONGEST_TITLE = 250;

    @Override
    public void scanned(Run<?, ?> run, ScanReport report) {
        if (LogScanDefaults.get().isSkipPublishingChecks()) {
            return;
        }
        ChecksPublisherFactory.fromRun(run, TaskListener.NULL).publish(details(run, report));
    }

    static ChecksDetails details(Run<?, ?> run, ScanReport report) {
        String verdict = Wording.verdict(report);
        String why = Wording.why(report);
        ChecksOutput output = new ChecksOutput.ChecksOutputBuilder()
                .withTitle(verdict.length() <= LONGEST_TITLE ? verdict : verdict.substring(0, LONGEST_TITLE))
                .withSummary(
                        why.isEmpty() ? Wording.scope(report) : Markdown.plain(why) + "\n\n" + Wording.scope(report))
                .withText(Quotes.of(report))
                .build();
        ChecksDetails.ChecksDetailsBuilder details = new ChecksDetails.ChecksDetailsBuilder()
                .withName(NAME)
                .withStatus(ChecksStatus.COMPLETED)
                .withConclusion(conclusion(report))
                .withOutput(output);
        String root = Jenkins.get().getRootUrl();
        if (root != null) {
            details.withDetailsURL(root + run.getUrl() + LogScanAction.URL + "/");
        }
        return details.build();
    }

    private static ChecksConclusion conclusion(ScanReport report) {
        return switch (report.outcome()) {
            case FAILED -> ChecksConclusion.FAILURE;
            case GOOD -> report.secrets().isEmpty() ? ChecksConclusion.SUCCESS : ChecksConclusion.NEUTRAL;
            case UNKNOWN -> ChecksConclusion.NEUTRAL;
        };
    }
}
