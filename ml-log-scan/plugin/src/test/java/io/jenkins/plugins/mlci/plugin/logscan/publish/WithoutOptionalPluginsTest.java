package io.jenkins.plugins.mlci.plugin.logscan.publish;

import static org.assertj.core.api.Assertions.assertThat;

import hudson.model.Result;
import io.jenkins.plugins.mlci.plugin.logscan.Settled;
import io.jenkins.plugins.mlci.plugin.logscan.page.LogScanAction;
import org.jenkinsci.plugins.workflow.cps.CpsFlowDefinition;
import org.jenkinsci.plugins.workflow.job.WorkflowJob;
import org.jenkinsci.plugins.workflow.job.WorkflowRun;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.jvnet.hudson.test.JenkinsRule;
import org.jvnet.hudson.test.junit.jupiter.RealJenkinsExtension;

class WithoutOptionalPluginsTest {
    @RegisterExtension
    private final RealJenkinsExtension real =
            new RealJenkinsExtension().omitPlugins("checks-api", "token-macro").javaOptions("-Xmx512m");

    @Test
    void aBuildIsScannedWithoutTheOptionalPlugins() throws Throwable {
        real.then(WithoutOptionalPluginsTest::scan);
    }

    private static void scan(JenkinsRule jenkins) throws Throwable {
        assertThat(jenkins.jenkins.getPlugin("checks-api")).isNull();
        assertThat(jenkins.jenkins.getPlugin("token-macro")).isNull();
        WorkflowJob job = jenkins.createProject(WorkflowJob.class, "shop");
        job.setDefinition(new CpsFlowDefinition("mlWatchLog { error 'Compiling: cannot find symbol total' }", true));
        WorkflowRun run = Settled.of(
                jenkins.assertBuildStatus(Result.FAILURE, job.scheduleBuild2(0).get()));
        assertThat(run.getAction(LogScanAction.class).report().causes()).isNotEmpty();
    }
}
