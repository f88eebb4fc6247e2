package io.jenkins.plugins.mlci.plugin.logscan.learn;

import static org.assertj.core.api.Assertions.assertThat;

import hudson.model.Result;
import io.jenkins.plugins.mlci.plugin.logscan.Settled;
import io.jenkins.plugins.mlci.plugin.logscan.config.LogScanDefaults;
import io.jenkins.plugins.mlci.plugin.logscan.page.LogScanAction;
import io.jenkins.plugins.mlci.plugin.logscan.scan.Baselines;
import io.jenkins.plugins.mlci.plugin.shared.config.MachineLearningConfiguration;
import java.util.List;
import org.jenkinsci.plugins.workflow.cps.CpsFlowDefinition;
import org.jenkinsci.plugins.workflow.job.WorkflowJob;
import org.jenkinsci.plugins.workflow.job.WorkflowRun;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.jvnet.hudson.test.JenkinsRule;
import org.jvnet.hudson.test.junit.jupiter.WithJenkins;

@WithJenkins
class EndedBuildsTest {
    private JenkinsRule jenkins;
    private WorkflowJob job;

    @BeforeEach
    void createJob(JenkinsRule rule) throws Exception {
        jenkins = rule;
        job = rule.createProject(WorkflowJob.class, "shop");
    }

    @Test
    void goodBuildsAreLearnedAndWhatIsNewStandsOut() throws Exception {
        for (int i = 0; i < 3; i++) {
            build(Result.SUCCESS, "echo 'Compiling 12 source files'\necho 'Tests run: 40, Failures: 0'");
        }
        assertThat(Baselines.of(job).builds()).isEqualTo(3);
        WorkflowRun run = build(
                Result.FAILURE,
                "mlWatchLog { echo 'Compiling 12 source files'\necho 'FATAL: the flux capacitor is out of plutonium'\nerror 'x' }");
        LogScanAction action = run.getAction(LogScanAction.class);
        assertThat(action.report().result().goodBuilds()).isEqualTo(3);
        assertThat(action.getAnomalyCount()).isPositive();
    }

    @Test
    void failedBuildsAreScannedWhereTheAdministratorWantsIt() throws Exception {
        String script =
                "echo 'fatal: unable to access the repository: Could not resolve host: git.example.org'\nerror 'exit code 128'";
        assertThat(build(Result.FAILURE, script).getAction(LogScanAction.class)).isNull();
        LogScanDefaults defaults = new LogScanDefaults();
        defaults.setScanFailedBuilds(true);
        MachineLearningConfiguration.get().setCapabilities(List.of(defaults));
        LogScanAction action = build(Result.FAILURE, script).getAction(LogScanAction.class);
        assertThat(action).isNotNull();
        assertThat(action.report().causeLine())
                .hasValueSatisfying(line -> assertThat(line).contains("Could not resolve host"));
    }

    @Test
    void aBuildThatFailsAfterItWasScannedIsScannedAgain() throws Exception {
        WorkflowRun run = build(Result.FAILURE, """
                mlWatchLog { echo 'Compiling 12 source files' }
                echo 'fatal: unable to access the repository: Could not resolve host: git.example.org'
                error 'exit code 128'
                """);
        assertThat(run.getAction(LogScanAction.class).report().causeLine())
                .hasValueSatisfying(line -> assertThat(line).contains("Could not resolve host"));
        assertThat(run.getActions(LogScanAction.class)).hasSize(1);
    }

    private WorkflowRun build(Result expected, String script) throws Exception {
        job.setDefinition(new CpsFlowDefinition(script, true));
        return Settled.of(
                jenkins.assertBuildStatus(expected, job.scheduleBuild2(0).get()));
    }
}
