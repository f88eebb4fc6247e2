package io.jenkins.plugins.mlci.plugin.logscan.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hudson.model.Item;
import hudson.model.Result;
import hudson.model.Run;
import io.jenkins.plugins.mlci.plugin.logscan.Settled;
import io.jenkins.plugins.mlci.plugin.logscan.scan.Knowledge;
import io.jenkins.plugins.mlci.plugin.logscan.scan.Ledger;
import io.jenkins.plugins.mlci.plugin.logscan.scan.Opinion;
import io.jenkins.plugins.mlci.plugin.shared.access.AuditLog;
import io.jenkins.plugins.mlci.plugin.shared.store.SharedHistory;
import java.net.URL;
import java.time.Instant;
import java.util.List;
import java.util.logging.Level;
import jenkins.model.Jenkins;
import org.htmlunit.FailingHttpStatusCodeException;
import org.htmlunit.HttpMethod;
import org.htmlunit.WebRequest;
import org.htmlunit.html.HtmlButton;
import org.htmlunit.html.HtmlPage;
import org.jenkinsci.plugins.workflow.cps.CpsFlowDefinition;
import org.jenkinsci.plugins.workflow.job.WorkflowJob;
import org.jenkinsci.plugins.workflow.job.WorkflowRun;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.jvnet.hudson.test.JenkinsRule;
import org.jvnet.hudson.test.LogRecorder;
import org.jvnet.hudson.test.MockAuthorizationStrategy;
import org.jvnet.hudson.test.junit.jupiter.WithJenkins;

@WithJenkins
class OpinionTest {
    private JenkinsRule jenkins;
    private WorkflowJob job;

    @BeforeEach
    void permissions(JenkinsRule rule) throws Exception {
        jenkins = rule;
        job = rule.createProject(WorkflowJob.class, "shop");
        rule.jenkins.setSecurityRealm(rule.createDummySecurityRealm());
        rule.jenkins.setAuthorizationStrategy(new MockAuthorizationStrategy()
                .grant(Jenkins.READ, Item.READ)
                .everywhere()
                .to("dev", "guest")
                .grant(Run.UPDATE)
                .everywhere()
                .to("dev"));
    }

    @Test
    void aPersonSaysSoOnTheBuildPageAndTakesItBack() throws Exception {
        WorkflowRun run = build();
        LogScanAction action = run.getAction(LogScanAction.class);
        try (LogRecorder audit =
                new LogRecorder().record(AuditLog.class, Level.INFO).capture(10)) {
            HtmlPage page = client("dev").getPage(run);
            assertThat(button(page, "noise").getEnclosingForm().asXml()).contains("value=\"build\"");
            page = button(page, "noise").click();
            assertThat(page.getUrl().getPath()).endsWith(run.getUrl());
            assertThat(page.asNormalizedText()).contains("A person said: this is noise.");
            assertThat(action.getOpinion()).isEqualTo("noise");
            assertThat(Knowledge.of(job).feedback().votes()).isNotEmpty().allSatisfy((line, vote) -> assertThat(vote)
                    .isNegative());
            assertThat(audit.getMessages())
                    .contains("dev said noise about line " + action.getFirstLine() + " of the log of shop #1");
        }
        jenkins.jenkins.reload();
        run = jenkins.jenkins.getItemByFullName("shop", WorkflowJob.class).getLastBuild();
        HtmlPage tab = client("dev").getPage(run, LogScanAction.URL);
        assertThat(tab.asNormalizedText()).contains("A person said: this is noise.");
        tab = button(tab, "none").click();
        assertThat(tab.asNormalizedText()).doesNotContain("A person said").contains("This is the cause");
        assertThat(Knowledge.of(job).feedback().votes()).isEmpty();
    }

    @Test
    void theNextScanHasLearned() throws Exception {
        WorkflowRun first = build();
        String before = cause(first);
        LogScanAction action = first.getAction(LogScanAction.class);
        for (int i = 0; i < 3; i++) {
            assertThat(Opinion.NOISE.teach(job, action.report().causes().get(0), Opinion.NONE))
                    .isTrue();
        }
        assertThat(cause(build())).isNotEqualTo(before);
        for (int i = 0; i < 3; i++) {
            Opinion.NONE.teach(job, action.report().causes().get(0), Opinion.NOISE);
        }
        assertThat(cause(build())).isEqualTo(before);
    }

    @Test
    void anotherOpinionReplacesTheFirst() throws Exception {
        WorkflowRun run = build();
        LogScanAction action = run.getAction(LogScanAction.class);
        say("dev", run, action.getFirstLine(), "noise");
        say("dev", run, action.getFirstLine(), "cause");
        assertThat(action.getOpinion()).isEqualTo("cause");
        assertThat(Knowledge.of(job).feedback().votes().values()).containsExactly(1);
        assertThat(ledger()).singleElement().satisfies(build -> assertThat(build.opinions())
                .containsExactly(Opinion.CAUSE));
        say("dev", run, action.getFirstLine(), "none");
        assertThat(Knowledge.of(job).feedback().votes()).isEmpty();
        assertThat(ledger()).isEmpty();
    }

    private static List<Ledger.Entry> ledger() {
        return Ledger.of(SharedHistory.get().open(), "shop", Instant.EPOCH, 100);
    }

    @Test
    void whoMayNotUpdateABuildHasNoButtonsAndIsRefused() throws Exception {
        WorkflowRun run = build();
        HtmlPage page = client("guest").getPage(run);
        assertThat(page.asNormalizedText()).contains("Cause: ").doesNotContain("This is noise");
        long line = run.getAction(LogScanAction.class).getFirstLine();
        assertStatus(403, () -> say("guest", run, line, "noise"));
        assertThat(Knowledge.of(job).feedback().votes()).isEmpty();
    }

    @Test
    void nonsenseIsRefused() throws Exception {
        WorkflowRun run = build();
        long line = run.getAction(LogScanAction.class).getFirstLine();
        assertStatus(400, () -> say("dev", run, line, "perhaps"));
        assertStatus(400, () -> say("dev", run, line + 1000, "noise"));
        URL get = new URL(jenkins.getURL(), run.getUrl() + LogScanAction.URL + "/say?opinion=noise&line=" + line);
        assertStatus(405, () -> client("dev").getPage(get));
        assertThat(Knowledge.of(job).feedback().votes()).isEmpty();
    }

    private static void assertStatus(int status, org.assertj.core.api.ThrowableAssert.ThrowingCallable call) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(FailingHttpStatusCodeException.class, e -> assertThat(e.getStatusCode())
                        .isEqualTo(status));
    }

    private void say(String user, Run<?, ?> run, long line, String opinion) throws Exception {
        WebRequest request = new WebRequest(
                new URL(
                        jenkins.getURL(),
                        run.getUrl() + LogScanAction.URL + "/say?line=" + line + "&opinion=" + opinion),
                HttpMethod.POST);
        JenkinsRule.WebClient client = client(user);
        client.addCrumb(request);
        client.getPage(request);
    }

    private static HtmlButton button(HtmlPage page, String opinion) {
        return page.querySelector(".mlci-opinion button[value='" + opinion + "']");
    }

    private static String cause(WorkflowRun run) throws Exception {
        return run.getAction(LogScanAction.class).report().causeLine().orElseThrow();
    }

    private WorkflowRun build() throws Exception {
        job.setDefinition(new CpsFlowDefinition("""
                mlWatchLog {
                  echo 'Compiling 12 source files'
                  echo '[ERROR] /shop/src/main/java/OrderService.java:[118,20] cannot find symbol total'
                  echo 'Finished the first part'
                  echo 'Publishing the site'
                  echo 'curl: (7) Failed to connect to repo.example.org port 443: Connection refused'
                  error 'script returned exit code 1'
                }
                """, true));
        return Settled.of(
                jenkins.assertBuildStatus(Result.FAILURE, job.scheduleBuild2(0).get()));
    }

    private JenkinsRule.WebClient client(String user) throws Exception {
        return jenkins.createWebClient().login(user);
    }
}
