package io.jenkins.plugins.mlci.plugin.deploygate.publish;

import static io.jenkins.plugins.mlci.plugin.deploygate.Pipelines.as;
import static io.jenkins.plugins.mlci.plugin.deploygate.Pipelines.enforced;
import static io.jenkins.plugins.mlci.plugin.deploygate.Pipelines.gate;
import static io.jenkins.plugins.mlci.plugin.deploygate.Pipelines.job;
import static io.jenkins.plugins.mlci.plugin.deploygate.Pipelines.run;
import static io.jenkins.plugins.mlci.plugin.deploygate.Pipelines.startAs;
import static org.assertj.core.api.Assertions.assertThat;

import hudson.model.Job;
import hudson.model.Result;
import hudson.model.Run;
import hudson.model.TaskListener;
import hudson.model.User;
import io.jenkins.plugins.checks.api.ChecksConclusion;
import io.jenkins.plugins.checks.api.ChecksDetails;
import io.jenkins.plugins.checks.api.ChecksPublisher;
import io.jenkins.plugins.checks.api.ChecksPublisherFactory;
import io.jenkins.plugins.checks.api.ChecksStatus;
import io.jenkins.plugins.mlci.plugin.deploygate.config.GateDefaults;
import io.jenkins.plugins.mlci.plugin.deploygate.record.GateEntry;
import io.jenkins.plugins.mlci.plugin.deploygate.record.GateListener;
import io.jenkins.plugins.mlci.plugin.shared.access.AuditLog;
import io.jenkins.plugins.mlci.plugin.shared.config.MachineLearningConfiguration;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import org.jenkinsci.plugins.workflow.job.WorkflowRun;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.jvnet.hudson.test.JenkinsRule;
import org.jvnet.hudson.test.LogRecorder;
import org.jvnet.hudson.test.TestExtension;
import org.jvnet.hudson.test.junit.jupiter.WithJenkins;

@WithJenkins
class GateCheckTest {
    private static final long PATIENCE = Duration.ofSeconds(60).toMillis();
    private static final String PROD = GateCheck.NAME + "prod";
    private static final BlockingQueue<ChecksDetails> PUBLISHED = new LinkedBlockingQueue<>();
    private static final BlockingQueue<GateEntry> HEARD = new LinkedBlockingQueue<>();

    private JenkinsRule jenkins;

    @BeforeEach
    void clear(JenkinsRule rule) {
        jenkins = rule;
        jenkins.jenkins.setSecurityRealm(jenkins.createDummySecurityRealm());
        PUBLISHED.clear();
        HEARD.clear();
    }

    @Test
    void aGateThatPassesIsASuccess() throws Exception {
        WorkflowRun run = run(
                jenkins, job(jenkins, "shop", "mlDeployGate(environment: 'prod', mode: 'enforce')"), Result.SUCCESS);
        ChecksDetails check = next();
        assertThat(check.getStatus()).isEqualTo(ChecksStatus.COMPLETED);
        assertThat(check.getConclusion()).isEqualTo(ChecksConclusion.SUCCESS);
        assertThat(check.getDetailsURL()).contains(jenkins.getURL() + run.getUrl() + "ml-deployment/");
        assertThat(check.getStartedAt()).isPresent();
        assertThat(check.getCompletedAt()).isPresent();
        assertThat(title(check)).startsWith("Deployment risk to prod: ");
        assertThat(summary(check)).startsWith("It went on.").contains("policy cost(failure: 10, delay: 1)");
        assertThat(text(check)).startsWith("**Why**\n\n* ").doesNotContain("Who decided");
    }

    @Test
    void adviceAgainstADeploymentIsNeitherGoodNorBad() throws Exception {
        run(
                jenkins,
                job(jenkins, "shop", "mlDeployGate(environment: 'prod', policy: fixed(block: 0.000001))"),
                Result.SUCCESS);
        ChecksDetails check = next();
        assertThat(check.getConclusion()).isEqualTo(ChecksConclusion.NEUTRAL);
        assertThat(summary(check)).startsWith("Advice only: the deployment went on.");
    }

    @Test
    void aGateThatWaitsIsInProgressUntilItIsApproved() throws Exception {
        User.getById("alice", true).setFullName("Alice *A*");
        WorkflowRun run =
                startAs(jenkins, job(jenkins, "shop", enforced("approve", "")), "bob", "Waits for 1 approval");
        ChecksDetails waits = next();
        assertThat(waits.getStatus()).isEqualTo(ChecksStatus.IN_PROGRESS);
        assertThat(waits.getConclusion()).isEqualTo(ChecksConclusion.NONE);
        assertThat(waits.getCompletedAt()).isEmpty();
        assertThat(summary(waits))
                .startsWith("It waits for approval. 1 more approval by those who may build this job.");

        as("alice", run, gate -> gate.approve("looks good"));
        jenkins.assertBuildStatus(Result.SUCCESS, jenkins.waitForCompletion(run));
        ChecksDetails approved = next();
        assertThat(approved.getStatus()).isEqualTo(ChecksStatus.COMPLETED);
        assertThat(approved.getConclusion()).isEqualTo(ChecksConclusion.SUCCESS);
        assertThat(text(approved)).contains("**Who decided**\n\n* Alice \\*A\\* approved, ", " UTC: looks good\n");
    }

    @Test
    void whatStopsADeploymentSaysHow() throws Exception {
        run(jenkins, job(jenkins, "blocked", enforced("block", "")), Result.FAILURE);
        assertThat(next().getConclusion()).isEqualTo(ChecksConclusion.FAILURE);

        WorkflowRun stopped = startAs(jenkins, job(jenkins, "stopped", enforced("approve", "")), "bob", "Waits for");
        assertThat(next().getStatus()).isEqualTo(ChecksStatus.IN_PROGRESS);
        stopped.getExecutor().interrupt();
        assertThat(next().getConclusion()).isEqualTo(ChecksConclusion.CANCELED);
        jenkins.waitForCompletion(stopped);

        // Last, since it may be told once or twice.
        run(jenkins, job(jenkins, "late", enforced("approve", ", timeout: '2s'")), Result.ABORTED);
        assertThat(nextCompleted().getConclusion()).isEqualTo(ChecksConclusion.TIME_OUT);
    }

    @Test
    void whatPeopleWriteBecomesNoLinkMentionOrHtml() throws Exception {
        WorkflowRun run = startAs(jenkins, job(jenkins, "shop", enforced("approve", "")), "bob", "Waits for");
        next();
        try (LogRecorder audit =
                new LogRecorder().record(AuditLog.class, Level.INFO).capture(9)) {
            as(
                    "eve",
                    run,
                    gate -> gate.reject("<img src=x> @all [free](https://evil.example) #1 token=ghp_"
                            + "a1B2c3D4e5F6g7H8i9J0k1L2m3N4o5P6q7R8"));
            assertThat(audit.getMessages())
                    .singleElement()
                    .asString()
                    .contains("eve rejected", "token=****")
                    .doesNotContain("ghp_");
        }
        assertThat(gate(run).getRejection())
                .hasValueSatisfying(
                        say -> assertThat(say.getReason()).contains("****").doesNotContain("ghp_"));
        jenkins.waitForCompletion(run);
        ChecksDetails check = next();
        assertThat(check.getConclusion()).isEqualTo(ChecksConclusion.FAILURE);
        assertThat(text(check))
                .contains("eve rejected, ", "\\<img src=x\\>", "\\[free\\](https:\u2060//evil", "\\*\\*\\*\\*")
                .doesNotContain("@all", "#1 ", "://", "ghp_a1B2", " <img");
    }

    @Test
    void theAdministratorMayKeepGatesHere() throws Exception {
        GateDefaults defaults = new GateDefaults();
        defaults.setSkipPublishingChecks(true);
        MachineLearningConfiguration.get().setCapabilities(List.of(defaults));
        run(jenkins, job(jenkins, "shop", "mlDeployGate 'prod'"), Result.SUCCESS);
        assertThat(HEARD.poll(PATIENCE, TimeUnit.MILLISECONDS)).isNotNull();
        assertThat(PUBLISHED).noneMatch(check -> check.getName().equals(Optional.of(PROD)));
    }

    private static ChecksDetails next() throws InterruptedException {
        while (true) {
            ChecksDetails check = PUBLISHED.poll(PATIENCE, TimeUnit.MILLISECONDS);
            assertThat(check).as("another check").isNotNull();
            if (check.getName().equals(Optional.of(PROD))) {
                return check;
            }
        }
    }

    /** The next one that says how it ended; that it waited may not have been told before it did. */
    private static ChecksDetails nextCompleted() throws InterruptedException {
        ChecksDetails check = next();
        return check.getStatus() == ChecksStatus.COMPLETED ? check : next();
    }

    private static String title(ChecksDetails check) {
        return check.getOutput().orElseThrow().getTitle().orElseThrow();
    }

    private static String summary(ChecksDetails check) {
        return check.getOutput().orElseThrow().getSummary().orElseThrow();
    }

    private static String text(ChecksDetails check) {
        return check.getOutput().orElseThrow().getText().orElseThrow();
    }

    /** Hears of gates after the check was published, and then fails. */
    @TestExtension
    public static final class Last implements GateListener {
        @Override
        public void changed(Run<?, ?> run, GateEntry entry) {
            HEARD.add(entry);
            throw new IllegalStateException("on purpose");
        }
    }

    /** Keeps what is published. */
    @TestExtension
    public static final class Keeper extends ChecksPublisherFactory {
        @Override
        protected Optional<ChecksPublisher> createPublisher(Run<?, ?> run, TaskListener listener) {
            return Optional.of(new ChecksPublisher() {
                @Override
                public void publish(ChecksDetails details) {
                    PUBLISHED.add(details);
                }
            });
        }

        @Override
        protected Optional<ChecksPublisher> createPublisher(Job<?, ?> job, TaskListener listener) {
            return Optional.empty();
        }
    }
}
