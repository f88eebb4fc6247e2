package io.jenkins.plugins.mlci.plugin.logscan.step;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import hudson.Functions;
import hudson.model.Label;
import hudson.model.Result;
import io.jenkins.plugins.mlci.logscan.scan.Finding;
import io.jenkins.plugins.mlci.plugin.logscan.Settled;
import io.jenkins.plugins.mlci.plugin.logscan.page.LogScanAction;
import io.jenkins.plugins.mlci.plugin.logscan.report.Neighbour;
import io.jenkins.plugins.mlci.plugin.logscan.report.Past;
import java.util.List;
import org.jenkinsci.plugins.workflow.cps.CpsFlowDefinition;
import org.jenkinsci.plugins.workflow.cps.Snippetizer;
import org.jenkinsci.plugins.workflow.job.WorkflowJob;
import org.jenkinsci.plugins.workflow.job.WorkflowRun;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.jvnet.hudson.test.JenkinsRule;
import org.jvnet.hudson.test.junit.jupiter.WithJenkins;

@WithJenkins
class LogScanStepTest {
    static final String COMPILE_ERROR = """
            echo 'Compiling 12 source files'
            echo '[ERROR] /shop/src/main/java/OrderService.java:[118,20] cannot find symbol'
            echo '[ERROR]   symbol:   variable total'
            echo '[INFO] BUILD FAILURE'
            """;

    private JenkinsRule jenkins;
    private WorkflowJob job;

    @BeforeEach
    void createJob(JenkinsRule rule) throws Exception {
        jenkins = rule;
        job = rule.createProject(WorkflowJob.class, "shop");
    }

    @Test
    void afterAFailureTheCauseIsNamed() throws Exception {
        WorkflowRun run = build(Result.FAILURE, """
                try {
                """ + COMPILE_ERROR + """
                  error 'script returned exit code 1'
                } catch (e) {
                  currentBuild.result = 'FAILURE'
                  def scan = mlScanLog()
                  echo "category=${scan.category} line=${scan.firstLine > 0} cause=${scan.cause} again=${scan.transientFailure} secrets=${scan.secrets}"
                  echo "signature=${scan.signature.length() > 0} similar=${scan.similar} p=${scan.probability > 0} verdict=${scan.verdict} text=${scan} anomalies=${scan.anomalies}"
                  throw e
                }
                """);
        jenkins.assertLogContains("[ml-log-scan] Cause: ", run);
        jenkins.assertLogContains("category=compilation line=true", run);
        jenkins.assertLogContains("again=false secrets=0", run);
        jenkins.assertLogContains("signature=true similar=0 p=true", run);
        LogScanAction action = run.getAction(LogScanAction.class);
        assertThat(action.report().causeLine())
                .hasValueSatisfying(line -> assertThat(line).contains("cannot find symbol"));
        assertThat(action.report().excerpts()).isNotEmpty();
    }

    @Test
    void theSameFailureIsRecognisedWithWhatHelped() throws Exception {
        String script = "try {\n" + COMPILE_ERROR
                + "error 'exit code 1' } catch (e) { currentBuild.result = 'FAILURE'; mlScanLog(); throw e }";
        build(Result.FAILURE, script);
        WorkflowRun second = build(Result.FAILURE, script);
        jenkins.assertLogContains("Seen once before, on ", second);
        jenkins.assertLogContains(", last in #1.", second);
        build(Result.SUCCESS, "echo 'Compiling 12 source files'");
        WorkflowRun fourth = build(Result.FAILURE, script);
        Past past = fourth.getAction(LogScanAction.class).report().past();
        assertThat(past.count()).isEqualTo(2);
        assertThat(past.recent()).containsExactly(new Past.Place("shop", 2), new Past.Place("shop", 1));
        assertThat(past.remedy().number()).isEqualTo(3);
        Neighbour neighbour = fourth.getAction(LogScanAction.class).report().neighbour();
        assertThat(neighbour.number()).isEqualTo(3);
        assertThat(neighbour.differences()).extracting(Finding::kind).contains("never_seen");
        assertThat(neighbour.differences())
                .extracting(Finding::reason)
                .allSatisfy(reason -> assertThat(reason).contains("#3").doesNotContain("good build"));
        String tab =
                jenkins.createWebClient().getPage(fourth, LogScanAction.URL).asNormalizedText();
        assertThat(tab)
                .contains("Seen before", "Seen 2 times before", "last in #2; then #3 was good again")
                .contains("What changed against #3, the last good build");
    }

    @Test
    void aGateOnSecretsMakesTheBuildUnstableOrFail() throws Exception {
        String leak = "echo 'export AWS_SECRET_ACCESS_KEY=wJalrXUtnFEMIK7MDENGbPxRfiCYzzQm4pLx8sTa'\n";
        WorkflowRun unstable = build(Result.UNSTABLE, leak + "mlScanLog(gates: [logGate(on: 'secret')])");
        jenkins.assertLogContains("Unstable: The log has 1 secret, and the gate allows none.", unstable);
        assertThat(unstable.getAction(LogScanAction.class).getSecretCount()).isEqualTo(1);
        assertThat(unstable.getAction(LogScanAction.class).report().toString()).doesNotContain("wJalrXUtnFEMI");
        WorkflowRun failed =
                build(Result.FAILURE, leak + "mlScanLog(gates: [logGate(on: 'secret', result: 'failure')])");
        jenkins.assertLogContains("The log has 1 secret, and the gate allows none.", failed);
        build(Result.SUCCESS, leak + "mlScanLog(gates: [logGate(on: 'secret', threshold: 2)])");
    }

    @Test
    void aMisspeltWordFailsTheStepAndSaysWhichWordsThereAre() throws Exception {
        WorkflowRun on = build(Result.FAILURE, "mlScanLog(gates: [logGate(on: 'secrets', result: 'failure')])");
        jenkins.assertLogContains(
                "ERROR: The word \"secrets\" for on of logGate is not known; "
                        + "write secret, cause, never_seen, too_many or too_slow.",
                on);
        WorkflowRun result = build(
                Result.FAILURE,
                "mlWatchLog(gates: [logGate(on: 'secret', result: 'fail')]) { echo 'the block' + ' ran' }");
        jenkins.assertLogContains(
                "ERROR: The word \"fail\" for result of logGate is not known; write unstable or failure.", result);
        WorkflowRun alert = build(Result.FAILURE, "mlWatchLog(onAlert: 'explode') { echo 'the block' + ' ran' }");
        jenkins.assertLogContains(
                "ERROR: The word \"explode\" for onAlert of mlWatchLog is not known; write warn, unstable or stop.",
                alert);
        jenkins.assertLogNotContains("the block ran", result);
        jenkins.assertLogNotContains("the block ran", alert);
    }

    @Test
    void aWatchedBlockReturnsItsValueAndAFailureGoesOn() throws Exception {
        WorkflowRun good = build(Result.SUCCESS, "def x = mlWatchLog { echo 'fine'; 7 }\necho \"value=${x}\"");
        jenkins.assertLogContains("value=7", good);
        WorkflowRun bad =
                build(Result.FAILURE, "mlWatchLog {\n" + COMPILE_ERROR + "error 'script returned exit code 1' }");
        jenkins.assertLogContains("[ml-log-scan] Cause: ", bad);
        jenkins.assertLogContains("script returned exit code 1", bad);
        assertThat(bad.getAction(LogScanAction.class).getCategory()).isEqualTo("compilation");
    }

    @Test
    void aBlockThatWentWellHasNoCauseWhileNoGoodBuildIsKnown() throws Exception {
        WorkflowRun run = build(Result.SUCCESS, """
                mlWatchLog(gates: [logGate(on: 'cause', result: 'failure')]) {
                  echo 'java.io.IOException: the disk is full, says the test that waits for it'
                  echo '[Fatal Error] :18:98: External DTD: Failed to read external DTD document.dtd'
                }
                """);
        jenkins.assertLogContains("[ml-log-scan] Nothing in the log needs attention.", run);
        jenkins.assertLogNotContains("[ml-log-scan] Cause: ", run);
    }

    @Test
    void theMessageOfAFailureIsSeenBeforeItIsPrinted() throws Exception {
        String message = "Cannot deploy: the certificate of shop.example.org has expired";
        WorkflowRun watched = build(
                Result.FAILURE,
                "mlWatchLog { echo 'Compiling 12 source files'\necho 'Uploading'\nerror '" + message + "' }");
        jenkins.assertLogContains("[ml-log-scan] Cause: ERROR: " + message, watched);
        WorkflowRun scanned = build(Result.FAILURE, """
                try {
                  echo 'Compiling 12 source files'
                  error '%s'
                } catch (e) {
                  currentBuild.result = 'FAILURE'
                  mlScanLog()
                  throw e
                }
                """.formatted(message));
        jenkins.assertLogContains("[ml-log-scan] Cause: ERROR: " + message, scanned);
        for (WorkflowRun run : List.of(watched, scanned)) {
            long line = run.getLog(1_000).indexOf("ERROR: " + message) + 1;
            assertThat(run.getAction(LogScanAction.class).getFirstLine()).isEqualTo(line);
        }
    }

    @Test
    void aSecretInAWatchedBlockStopsIt() throws Exception {
        jenkins.createOnlineSlave(Label.get("far"));
        WorkflowRun run = build(null, """
                node('far') {
                  mlWatchLog(onAlert: 'stop') {
                    if (isUnix()) {
                      sh 'set +x; echo "export AWS_SECRET_ACCESS_KEY=wJalrXUtnFEMIK7MDENGbPxRfiCYzzQm4pLx8sTa"; sleep 300'
                    }
                  }
                }
                """);
        assertThat(run.getResult()).isEqualTo(Result.FAILURE);
        jenkins.assertLogContains("[ml-log-scan] Stopped: The log shows a secret", run);
    }

    @Test
    void aBlockThatIsStoppedFailsForTheLineThatStoppedIt() throws Exception {
        assumeFalse(Functions.isWindows());
        build(Result.SUCCESS, "node { sh 'echo fine' }");
        WorkflowRun stopped = build(Result.FAILURE, """
                node {
                  mlWatchLog(onAlert: 'stop') {
                    sh '''set +x
                    echo 'fatal: unable to access https://git.example.org/shop.git/: Could not resolve host: git.example.org'
                    echo 'export AWS_SECRET_ACCESS_KEY=wJalrXUtnFEMIK7MDENGbPxRfiCYzzQm4pLx8sTa'
                    sleep 300'''
                  }
                }
                """);
        List<String> log = stopped.getLog(1_000);
        assertThat(log).filteredOn(line -> line.contains("Stopped: ")).hasSize(1);
        assertThat(log).filteredOn(line -> line.contains("Sending interrupt")).hasSize(1);
        LogScanAction action = stopped.getAction(LogScanAction.class);
        assertThat(log.get((int) action.getFirstLine() - 1)).startsWith("fatal: unable to access");
        assertThat(action.getCategory()).isNotIn("", "killed", "aborted", "unknown");
        assertThat(action.getSecretCount()).isEqualTo(1);
        assertThat(action.report().causes())
                .flatExtracting(Finding::text)
                .noneMatch(text -> text.contains("Terminated") || text.contains("interrupt signal"));
    }

    @Test
    void anAlertMayMakeTheBuildUnstable() throws Exception {
        WorkflowRun run = build(
                Result.UNSTABLE,
                "mlWatchLog(onAlert: 'unstable') { echo 'export AWS_SECRET_ACCESS_KEY=wJalrXUtnFEMIK7MDENGbPxRfiCYzzQm4pLx8sTa' }");
        jenkins.assertLogContains("Unstable: The log shows a secret", run);
    }

    @Test
    void twoScansSideBySide() throws Exception {
        WorkflowRun run = build(Result.SUCCESS, """
                parallel a: { mlWatchLog { echo 'left' } }, b: { mlWatchLog { echo 'right' } }, c: { mlScanLog() }
                """);
        assertThat(run.getActions(LogScanAction.class)).hasSize(1);
    }

    @Test
    void theSnippetGeneratorWritesTheStep() throws Exception {
        assertThat(Snippetizer.object2Groovy(new LogScanStep())).isEqualTo("mlScanLog()");
        WatchLogStep step = new WatchLogStep();
        assertThat(Snippetizer.object2Groovy(step)).startsWith("mlWatchLog");
        step.setOnAlert("stop");
        LogGate gate = new LogGate("secret");
        gate.setResult("failure");
        step.setGates(List.of(gate));
        assertThat(Snippetizer.object2Groovy(step))
                .contains("gates: [logGate(on: 'secret', result: 'failure')]", "onAlert: 'stop'");
        String page = jenkins.createWebClient()
                .goTo("pipeline-syntax/")
                .getWebResponse()
                .getContentAsString();
        assertThat(page)
                .contains("mlScanLog: Scan the log for the cause of a failure", "mlWatchLog: Watch the log of a block");
    }

    private WorkflowRun build(Result expected, String script) throws Exception {
        job.setDefinition(new CpsFlowDefinition(script, true));
        WorkflowRun run = job.scheduleBuild2(0).get();
        if (expected != null) {
            jenkins.assertBuildStatus(expected, run);
        }
        return Settled.of(run);
    }
}
