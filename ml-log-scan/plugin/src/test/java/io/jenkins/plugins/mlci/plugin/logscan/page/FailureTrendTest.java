package io.jenkins.plugins.mlci.plugin.logscan.page;

import static org.assertj.core.api.Assertions.assertThat;

import hudson.model.Result;
import io.jenkins.plugins.mlci.plugin.shared.collect.Collector;
import java.time.Duration;
import jenkins.security.csp.impl.CspConfiguration;
import net.sf.json.JSONObject;
import org.htmlunit.html.HtmlPage;
import org.jenkinsci.plugins.workflow.cps.CpsFlowDefinition;
import org.jenkinsci.plugins.workflow.job.WorkflowJob;
import org.jenkinsci.plugins.workflow.job.WorkflowRun;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.jvnet.hudson.test.JenkinsRule;
import org.jvnet.hudson.test.junit.jupiter.WithJenkins;

@WithJenkins
class FailureTrendTest {
    private static final String COMPILE = """
            mlWatchLog {
              echo 'Compiling 12 source files'
              echo '[ERROR] /shop/src/main/java/OrderService.java:[118,20] cannot find symbol <b>total</b>'
              error 'script returned exit code 1'
            }
            """;

    private JenkinsRule jenkins;
    private WorkflowJob job;

    @BeforeEach
    void createJob(JenkinsRule rule) throws Exception {
        jenkins = rule;
        job = rule.createProject(WorkflowJob.class, "shop");
    }

    @Test
    void theJobPageShowsWhyBuildsFailed() throws Exception {
        jenkins.jenkins.getExtensionList(CspConfiguration.class).get(0).setEnforce(true);
        build(Result.FAILURE, COMPILE);
        build(Result.FAILURE, COMPILE);
        build(Result.SUCCESS, "echo 'Compiling 12 source files'");
        HtmlPage page = jenkins.createWebClient().getPage(job);
        assertThat(page.querySelectorAll("svg.mlci-weeks rect.mlci-week--1")).hasSize(1);
        HtmlPage trend = page.getAnchorByText("Why builds failed").click();
        assertThat(trend.asNormalizedText())
                .contains(
                        "2 scanned builds failed in the last 12 weeks, most often by compilation (2). 1 failure came more than once.")
                .contains("cannot find symbol <b>total</b>");
        assertThat(trend.querySelectorAll("#ml-weeks tbody tr")).hasSize(FailureTrend.WEEKS);
        assertThat(trend.querySelector("#ml-failures tbody tr").getTextContent().replaceAll("\\s+", " "))
                .contains("Compilation", "#1", "#2", "a change once");
        assertThat(trend.querySelector("#main-panel")
                        .querySelectorAll("script:not([src]):not([type='application/json'])"))
                .isEmpty();
        JSONObject json = jenkins.getJSON(job.getUrl() + FailureTrend.URL + "/api/json?depth=2")
                .getJSONObject();
        assertThat(json.getJSONArray("failures").getJSONObject(0).getInt("count"))
                .isEqualTo(2);
        assertThat(json.getJSONArray("weeks")
                        .getJSONObject(FailureTrend.WEEKS - 1)
                        .getJSONObject("counts")
                        .getInt("compilation"))
                .isEqualTo(2);
    }

    @Test
    void withoutAFailureThePageSaysWhatToDo() throws Exception {
        HtmlPage before = jenkins.createWebClient().getPage(job);
        assertThat(before.asNormalizedText()).doesNotContain("Why builds failed");
        build(Result.SUCCESS, "mlScanLog()");
        HtmlPage page = jenkins.createWebClient().getPage(job);
        assertThat(page.querySelectorAll("svg.mlci-weeks")).isEmpty();
        HtmlPage trend = jenkins.createWebClient().getPage(job, FailureTrend.URL);
        assertThat(trend.asNormalizedText()).contains("No failure with a known cause yet", "mlScanLog");
    }

    private WorkflowRun build(Result expected, String script) throws Exception {
        job.setDefinition(new CpsFlowDefinition(script, true));
        WorkflowRun run =
                jenkins.assertBuildStatus(expected, job.scheduleBuild2(0).get());
        assertThat(Collector.get().await(Duration.ofSeconds(60))).isTrue();
        return run;
    }
}
