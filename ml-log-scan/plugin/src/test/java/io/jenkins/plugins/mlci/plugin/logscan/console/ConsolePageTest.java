package io.jenkins.plugins.mlci.plugin.logscan.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import hudson.Functions;
import hudson.model.Result;
import io.jenkins.plugins.mlci.plugin.logscan.Settled;
import io.jenkins.plugins.mlci.plugin.logscan.page.LogScanAction;
import io.jenkins.plugins.mlci.plugin.shared.collect.Collector;
import java.time.Duration;
import java.util.List;
import jenkins.security.csp.impl.CspConfiguration;
import org.htmlunit.html.DomElement;
import org.htmlunit.html.HtmlElement;
import org.htmlunit.html.HtmlPage;
import org.jenkinsci.plugins.workflow.cps.CpsFlowDefinition;
import org.jenkinsci.plugins.workflow.job.WorkflowJob;
import org.jenkinsci.plugins.workflow.job.WorkflowRun;
import org.junit.jupiter.api.Test;
import org.jvnet.hudson.test.JenkinsRule;
import org.jvnet.hudson.test.junit.jupiter.WithJenkins;

@WithJenkins
class ConsolePageTest {
    private static final String GOOD_PART = "for (int i = 0; i < 40; i++) { echo \"Compiling source file ${i}\" }\n";

    @Test
    void findingsAreMarkedListedFoldedAndReachedByKeyboard(JenkinsRule jenkins) throws Exception {
        jenkins.jenkins.getExtensionList(CspConfiguration.class).get(0).setEnforce(true);
        WorkflowJob job = jenkins.createProject(WorkflowJob.class, "shop");
        job.setDefinition(new CpsFlowDefinition(GOOD_PART, true));
        jenkins.assertBuildStatus(Result.SUCCESS, job.scheduleBuild2(0).get());
        assertThat(Collector.get().await(Duration.ofSeconds(60))).isTrue();
        job.setDefinition(new CpsFlowDefinition(
                "mlWatchLog {\n" + GOOD_PART
                        + "echo '[ERROR] /shop/src/main/java/OrderService.java:[118,20] cannot find symbol <b>total</b>'\n"
                        + GOOD_PART + "error 'script returned exit code 1' }",
                true));
        WorkflowRun run = Settled.of(
                jenkins.assertBuildStatus(Result.FAILURE, job.scheduleBuild2(0).get()));
        long line = run.getAction(LogScanAction.class).getFirstLine();

        HtmlPage page = jenkins.createWebClient().getPage(run, "consoleFull");
        HtmlElement tool = page.querySelector(".mlci-tool");
        assertThat(tool.asNormalizedText()).contains("All findings (", "Against #1, the last good build (");
        DomElement mark = page.getElementById("ml-log-" + line);
        assertThat(mark.getAttribute("aria-label")).contains("cannot find symbol <b>total</b>");
        assertThat(mark.getNextSibling().getTextContent() + mark.getParentNode().getTextContent())
                .contains("cannot find symbol");
        String log = text(page);

        page.getBody().type('n');
        assertThat(tool.querySelector(".mlci-tool__position").getTextContent()).startsWith("1 of ");
        page.getBody().type('n');
        assertThat(tool.querySelector(".mlci-tool__position").getTextContent()).startsWith("2 of ");
        page.getBody().type('p');
        assertThat(tool.querySelector(".mlci-tool__position").getTextContent()).startsWith("1 of ");

        HtmlElement fold = tool.querySelector("button[aria-pressed]");
        fold.click();
        assertThat(fold.getAttribute("aria-pressed")).isEqualTo("true");
        assertThat(page.querySelectorAll(".mlci-fold[hidden]")).hasSizeGreaterThanOrEqualTo(2);
        assertThat(page.querySelectorAll(".mlci-fold__button"))
                .allSatisfy(button -> assertThat(button.getTextContent()).endsWith(" lines as in good builds"));
        assertThat(page.<HtmlElement>querySelector(".mlci-cause").isDisplayed()).isTrue();
        fold.click();
        assertThat(page.querySelectorAll(".mlci-fold[hidden]")).isEmpty();
        assertThat(text(page)).isEqualTo(log);
    }

    @Test
    void theLineOfTheCauseIsMarkedAlsoWhenTheShellRepeatsItAndOnlyTheEndIsShown(JenkinsRule jenkins) throws Exception {
        assumeFalse(Functions.isWindows());
        WorkflowJob job = jenkins.createProject(WorkflowJob.class, "shop");
        job.setDefinition(new CpsFlowDefinition("node { sh 'echo fine' }", true));
        jenkins.assertBuildStatus(Result.SUCCESS, job.scheduleBuild2(0).get());
        assertThat(Collector.get().await(Duration.ofSeconds(60))).isTrue();
        String cause = "ERROR: could not connect to database: java.sql.SQLException: no route";
        job.setDefinition(new CpsFlowDefinition("""
                node {
                  mlWatchLog {
                    sh '''set +x; for i in $(seq 200); do echo "Compiling source file $i"; done; set -x
                echo "%s"; exit 1'''
                  }
                }
                """.formatted(cause), true));
        WorkflowRun run = Settled.of(
                jenkins.assertBuildStatus(Result.FAILURE, job.scheduleBuild2(0).get()));
        long line = run.getLog(1_000).indexOf(cause) + 1L;
        assertThat(run.getAction(LogScanAction.class).getFirstLine()).isEqualTo(line);
        System.setProperty("hudson.consoleTailKB", "2");
        try {
            for (String view : List.of("consoleFull", "console")) {
                HtmlPage page = jenkins.createWebClient().getPage(run, view);
                assertThat(page.querySelector("a[href='consoleFull']") != null).isEqualTo(view.equals("console"));
                assertThat(page.querySelectorAll(".mlci-cause[data-line='" + line + "']"))
                        .singleElement()
                        .satisfies(marked ->
                                assertThat(marked.getTextContent().strip()).isEqualTo(cause));
                assertThat(page.<HtmlElement>getHtmlElementById("out").getTextContent())
                        .contains("+ echo " + cause + "\n" + cause + "\n");
                assertThat(page.getElementById("ml-log-" + line)
                                .getParentNode()
                                .getTextContent()
                                .strip())
                        .isEqualTo(cause);
            }
        } finally {
            System.clearProperty("hudson.consoleTailKB");
        }
    }

    /** The log as it is shown, without what the script added. */
    private static String text(HtmlPage page) {
        HtmlElement log = page.getHtmlElementById("out");
        String text = log.getTextContent();
        for (var button : log.querySelectorAll(".mlci-fold__button")) {
            text = text.replace(button.getTextContent(), "");
        }
        return text;
    }
}
