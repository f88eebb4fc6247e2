package io.jenkins.plugins.mlci.plugin.logscan.page;

import static org.assertj.core.api.Assertions.assertThat;

import hudson.model.Item;
import hudson.model.Result;
import io.jenkins.plugins.mlci.plugin.logscan.Settled;
import io.jenkins.plugins.mlci.plugin.logscan.report.ReportFile;
import java.nio.file.Files;
import java.util.List;
import jenkins.model.Jenkins;
import jenkins.security.csp.impl.CspConfiguration;
import net.sf.json.JSONObject;
import org.htmlunit.html.DomNode;
import org.htmlunit.html.HtmlPage;
import org.jenkinsci.plugins.workflow.cps.CpsFlowDefinition;
import org.jenkinsci.plugins.workflow.job.WorkflowJob;
import org.jenkinsci.plugins.workflow.job.WorkflowRun;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.jvnet.hudson.test.JenkinsRule;
import org.jvnet.hudson.test.MockAuthorizationStrategy;
import org.jvnet.hudson.test.junit.jupiter.WithJenkins;

@WithJenkins
class LogScanPagesTest {
    private JenkinsRule jenkins;
    private WorkflowRun run;

    @BeforeEach
    void scanOnce(JenkinsRule rule) throws Exception {
        jenkins = rule;
        WorkflowJob job = rule.createProject(WorkflowJob.class, "shop");
        job.setDefinition(new CpsFlowDefinition("""
                mlWatchLog {
                  echo 'Compiling 12 source files'
                  echo 'export AWS_SECRET_ACCESS_KEY=wJalrXUtnFEMIK7MDENGbPxRfiCYzzQm4pLx8sTa'
                  echo '[ERROR] /shop/src/main/java/OrderService.java:[118,20] cannot find symbol <b>total</b>'
                  error 'script returned exit code 1'
                }
                """, true));
        run = Settled.of(
                rule.assertBuildStatus(Result.FAILURE, job.scheduleBuild2(0).get()));
    }

    @Test
    void theBuildPageNamesTheCause() throws Exception {
        HtmlPage page = client().getPage(run);
        assertThat(page.asNormalizedText()).contains("Cause: ", "cannot find symbol <b>total</b>");
        HtmlPage tab = page.getAnchorByText("See what was found").click();
        assertThat(tab.asNormalizedText())
                .contains("Cause", "cannot find symbol", "Secrets in the log", "No good build of this job is known yet")
                .contains("A compiler or checker names the place in the source.")
                .doesNotContain("wJalrXUtnFEMI");
        assertThat(tab.querySelectorAll(".mlci-quote__line--cause")).isNotEmpty();
        assertThat(tab.querySelectorAll("svg.mlci-map rect.mlci-map__cause")).isNotEmpty();
    }

    @Test
    void theConsoleMarksTheCause() throws Exception {
        HtmlPage page = client().getPage(run, "consoleFull");
        assertThat(page.<DomNode>querySelector(".mlci-cause").getTextContent()).contains("cannot find symbol");
    }

    @Test
    void noPageNeedsInlineScript() throws Exception {
        Jenkins.get().getExtensionList(CspConfiguration.class).get(0).setEnforce(true);
        for (String path : List.of(run.getUrl(), run.getUrl() + LogScanAction.URL + "/")) {
            HtmlPage page = client().goTo(path);
            assertThat(page.getWebResponse().getResponseHeaderValue("Content-Security-Policy"))
                    .contains("script-src");
            DomNode ours = page.querySelector("#main-panel");
            assertThat(ours.querySelectorAll("script:not([src]):not([type='application/json'])"))
                    .as("inline scripts of %s", path)
                    .isEmpty();
        }
    }

    @Test
    void theScanIsJson() throws Exception {
        JSONObject json = jenkins.getJSON(run.getUrl() + LogScanAction.URL + "/api/json?depth=2")
                .getJSONObject();
        assertThat(json.getString("category")).isEqualTo("compilation");
        assertThat(json.getBoolean("transient")).isFalse();
        assertThat(json.getJSONArray("ranges").getJSONObject(0).getString("kind"))
                .isEqualTo("cause");
        assertThat(json.toString()).doesNotContain("wJalrXUtnFEMI");
    }

    @Test
    void aLostFileIsSaidOnThePage() throws Exception {
        Files.delete(run.getRootDir().toPath().resolve(ReportFile.NAME));
        run.getParent().getLazyBuildMixIn()._getRuns().purgeCache();
        HtmlPage page = client().getPage(run.getParent().getLastBuild(), LogScanAction.URL);
        assertThat(page.asNormalizedText()).contains("The details of this scan cannot be shown", "is gone");
    }

    @Test
    void whoMayNotReadTheJobSeesNothing() throws Exception {
        jenkins.jenkins.setSecurityRealm(jenkins.createDummySecurityRealm());
        jenkins.jenkins.setAuthorizationStrategy(new MockAuthorizationStrategy()
                .grant(Jenkins.READ)
                .everywhere()
                .toEveryone()
                .grant(Item.READ)
                .everywhere()
                .to("dev"));
        JenkinsRule.WebClient anonymous = client().withThrowExceptionOnFailingStatusCode(false);
        assertThat(anonymous
                        .goTo(run.getUrl() + LogScanAction.URL + "/")
                        .getWebResponse()
                        .getStatusCode())
                .isEqualTo(404);
        assertThat(client().login("dev")
                        .goTo(run.getUrl() + LogScanAction.URL + "/")
                        .getWebResponse()
                        .getStatusCode())
                .isEqualTo(200);
    }

    private JenkinsRule.WebClient client() {
        return jenkins.createWebClient();
    }
}
