package io.jenkins.plugins.mlci.plugin.logscan.live;

import static org.assertj.core.api.Assertions.assertThat;

import hudson.model.Label;
import hudson.model.Result;
import hudson.model.Slave;
import hudson.remoting.Channel;
import io.jenkins.plugins.mlci.plugin.logscan.page.LogScanAction;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import jenkins.security.MasterToSlaveCallable;
import org.jenkinsci.plugins.workflow.cps.CpsFlowDefinition;
import org.jenkinsci.plugins.workflow.job.WorkflowJob;
import org.jenkinsci.plugins.workflow.job.WorkflowRun;
import org.jenkinsci.plugins.workflow.support.steps.ExecutorStepExecution;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.jvnet.hudson.test.JenkinsRule;
import org.jvnet.hudson.test.junit.jupiter.WithJenkins;

@WithJenkins
class KilledAgentTest {
    private static final String LEAK = "export AWS_SECRET_ACCESS_KEY=wJalrXUtnFEMIK7MDENGbPxRfiCYzzQm4pLx8sTa";

    @TempDir
    private Path folder;

    private final long patience = ExecutorStepExecution.TIMEOUT_WAITING_FOR_NODE_MILLIS;

    /** In tests Jenkins gives up an agent after 15 seconds, in which a busy machine does not start one. */
    @BeforeEach
    void waitLonger() {
        ExecutorStepExecution.TIMEOUT_WAITING_FOR_NODE_MILLIS =
                Duration.ofMinutes(5).toMillis();
    }

    @AfterEach
    void waitAsBefore() {
        ExecutorStepExecution.TIMEOUT_WAITING_FOR_NODE_MILLIS = patience;
    }

    @Test
    void aBlockGoesOnWhenItsAgentWasKilledAndCameBack(JenkinsRule jenkins) throws Exception {
        Slave agent = jenkins.createOnlineSlave(Label.get("far"));
        Path go = folder.resolve("go");
        WorkflowJob job = jenkins.createProject(WorkflowJob.class, "shop");
        job.setDefinition(new CpsFlowDefinition("""
                node('far') {
                  mlWatchLog(onAlert: 'unstable') {
                    sh 'set +x; echo before; while [ ! -f "%s" ]; do sleep 1; done; echo "%s"; sleep 2'
                  }
                }
                """.formatted(go, LEAK), true));
        WorkflowRun run = job.scheduleBuild2(0).waitForStart();
        jenkins.waitForMessage("before", run);
        Channel channel = (Channel) agent.getChannel();
        channel.callAsync(new Halt());
        channel.join();
        assertThat(run.isBuilding()).isTrue();
        // Until Jenkins has noticed, it takes the agent for connected and does not start it again.
        agent.toComputer().waitUntilOffline();
        agent.toComputer().connect(true).get();
        agent.toComputer().waitUntilOnline();
        Files.createFile(go);
        jenkins.assertBuildStatus(Result.UNSTABLE, jenkins.waitForCompletion(run));
        jenkins.assertLogContains("Unstable: The log shows a secret", run);
        assertThat(run.getAction(LogScanAction.class).getSecretCount()).isEqualTo(1);
    }

    /** Ends the process of an agent at once. */
    private static final class Halt extends MasterToSlaveCallable<Void, RuntimeException> {
        private static final long serialVersionUID = 1L;

        @Override
        public Void call() {
            Runtime.getRuntime().halt(1);
            return null;
        }
    }
}
