package io.jenkins.plugins.mlci.plugin.logscan.publish;

import static org.assertj.core.api.Assertions.assertThat;

import hudson.model.Job;
import hudson.model.Result;
import hudson.model.Run;
import hudson.model.TaskListener;
import io.jenkins.plugins.checks.api.ChecksConclusion;
import io.jenkins.plugins.checks.api.ChecksDetails;
import io.jenkins.plugins.checks.api.ChecksPublisher;
import io.jenkins.plugins.checks.api.ChecksPublisherFactory;
import io.jenkins.plugins.mlci.plugin.logscan.Settled;
import io.jenkins.plugins.mlci.plugin.logscan.config.LogScanDefaults;
import io.jenkins.plugins.mlci.plugin.shared.config.MachineLearningConfiguration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jenkinsci.plugins.tokenmacro.TokenMacro;
import org.jenkinsci.plugins.workflow.cps.CpsFlowDefinition;
import org.jenkinsci.plugins.workflow.job.WorkflowJob;
import org.jenkinsci.plugins.workflow.job.WorkflowRun;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.jvnet.hudson.test.JenkinsRule;
import org.jvnet.hudson.test.TestExtension;
import org.jvnet.hudson.test.junit.jupiter.WithJenkins;

@WithJenkins
class PublishTest {
    private static final List<ChecksDetails> PUBLISHED = new CopyOnWriteArrayList<>();

    private JenkinsRule jenkins;

    @BeforeEach
    void clear(JenkinsRule rule) {
        jenkins = rule;
        PUBLISHED.clear();
    }

    @Test
    void aScanIsACheckWithTheCauseLines() throws Exception {
        WorkflowRun run = build();
        ChecksDetails check = PUBLISHED.get(PUBLISHED.size() - 1);
        assertThat(check.getName()).contains(CauseCheck.NAME);
        assertThat(check.getConclusion()).isEqualTo(ChecksConclusion.FAILURE);
        assertThat(check.getDetailsURL()).contains(jenkins.getURL() + run.getUrl() + "ml-log-scan/");
        var output = check.getOutput().orElseThrow();
        assertThat(output.getTitle())
                .hasValueSatisfying(
                        title -> assertThat(title).startsWith("Cause: ").contains("cannot find symbol"));
        assertThat(output.getText()).hasValueSatisfying(text -> assertThat(text)
                .contains(
                        "````\n",
                        "> [ERROR] /shop/src/main/java/OrderService.java:[118,20] cannot find symbol ```total"));
    }

    @Test
    void theAdministratorMayKeepTheLinesHere() throws Exception {
        LogScanDefaults defaults = new LogScanDefaults();
        defaults.setSkipPublishingChecks(true);
        MachineLearningConfiguration.get().setCapabilities(List.of(defaults));
        build();
        assertThat(PUBLISHED).noneMatch(check -> check.getName().equals(Optional.of(CauseCheck.NAME)));
    }

    @Test
    void theTokenHasTheCause() throws Exception {
        WorkflowRun run = build();
        assertThat(expand(run, "${ML_LOG_CAUSE, lines=1}"))
                .isEqualTo("[ERROR] /shop/src/main/java/OrderService.java:[118,20] cannot find symbol ```total");
        assertThat(expand(run, "${ML_LOG_CAUSE, category=true, lines=1}")).startsWith("Compilation\n[ERROR]");
        WorkflowJob plain = jenkins.createProject(WorkflowJob.class, "plain");
        plain.setDefinition(new CpsFlowDefinition("echo 'fine'", true));
        WorkflowRun unscanned = jenkins.buildAndAssertSuccess(plain);
        assertThat(expand(unscanned, "[${ML_LOG_CAUSE}]")).isEqualTo("[]");
    }

    private static String expand(Run<?, ?> run, String template) throws Exception {
        return TokenMacro.expandAll(run, null, TaskListener.NULL, template);
    }

    private WorkflowRun build() throws Exception {
        WorkflowJob job = jenkins.createProject(WorkflowJob.class, "shop");
        job.setDefinition(new CpsFlowDefinition("""
                mlWatchLog {
                  echo 'Compiling 12 source files'
                  echo '[ERROR] /shop/src/main/java/OrderService.java:[118,20] cannot find symbol ```total'
                  error 'script returned exit code 1'
                }
                """, true));
        return Settled.of(
                jenkins.assertBuildStatus(Result.FAILURE, job.scheduleBuild2(0).get()));
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
