package io.jenkins.plugins.mlci.plugin.deploygate.publish;

import hudson.Extension;
import hudson.model.Run;
import hudson.model.TaskListener;
import io.jenkins.plugins.checks.api.ChecksConclusion;
import io.jenkins.plugins.checks.api.ChecksDetails;
import io.jenkins.plugins.checks.api.ChecksOutput;
import io.jenkins.plugins.checks.api.ChecksPublisherFactory;
import io.jenkins.plugins.checks.api.ChecksStatus;
import io.jenkins.plugins.mlci.deploygate.policy.Verdict;
import io.jenkins.plugins.mlci.plugin.deploygate.config.GateDefaults;
import io.jenkins.plugins.mlci.plugin.deploygate.page.DeploymentTab;
import io.jenkins.plugins.mlci.plugin.deploygate.page.GateView;
import io.jenkins.plugins.mlci.plugin.deploygate.record.GateEntry;
import io.jenkins.plugins.mlci.plugin.deploygate.record.GateListener;
import io.jenkins.plugins.mlci.plugin.deploygate.record.GateState;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import jenkins.model.Jenkins;

/** Shows a gate beside the commit: a check that is in progress while people are waited for. */
@Extension(optional = true)
public final class GateCheck implements GateListener {
    /** What the names of these checks begin with; the environment follows. */
    public static final String NAME = "Deployment gate: ";

    @Override
    public void changed(Run<?, ?> run, GateEntry entry) {
        if (!GateDefaults.get().isSkipPublishingChecks()) {
            ChecksPublisherFactory.fromRun(run, TaskListener.NULL).publish(details(run, entry));
        }
    }

    static ChecksDetails details(Run<?, ?> run, GateEntry entry) {
        GateState state = entry.getState();
        GateText text = new GateText(GateView.of(entry));
        ChecksOutput output = new ChecksOutput.ChecksOutputBuilder()
                .withTitle(text.title())
                .withSummary(text.summary())
                .withText(text.details())
                .build();
        ChecksDetails.ChecksDetailsBuilder details = new ChecksDetails.ChecksDetailsBuilder()
                .withName(NAME + entry.getEnvironment())
                .withStatus(state.isWaiting() ? ChecksStatus.IN_PROGRESS : ChecksStatus.COMPLETED)
                .withConclusion(conclusion(state, entry.getVerdict()))
                .withStartedAt(utc(entry.getTaken()))
                .withOutput(output);
        if (!state.isWaiting()) {
            entry.getEnded().ifPresent(ended -> details.withCompletedAt(utc(ended)));
        }
        String root = Jenkins.get().getRootUrl();
        if (root != null) {
            details.withDetailsURL(root + run.getUrl() + DeploymentTab.URL + "/");
        }
        return details.build();
    }

    private static ChecksConclusion conclusion(GateState state, Verdict verdict) {
        return switch (state) {
            case WAITING_FOR_APPROVAL, WAITING_FOR_OVERRIDE -> ChecksConclusion.NONE;
            case ADVISED -> verdict.atLeast(Verdict.APPROVE) ? ChecksConclusion.NEUTRAL : ChecksConclusion.SUCCESS;
            case PASSED, APPROVED, OVERRIDDEN -> ChecksConclusion.SUCCESS;
            case NOT_ASSESSED -> ChecksConclusion.NEUTRAL;
            case BLOCKED, REJECTED -> ChecksConclusion.FAILURE;
            case TIMED_OUT -> ChecksConclusion.TIME_OUT;
            case ABORTED -> ChecksConclusion.CANCELED;
        };
    }

    private static LocalDateTime utc(Instant time) {
        return LocalDateTime.ofInstant(time, ZoneOffset.UTC);
    }
}
