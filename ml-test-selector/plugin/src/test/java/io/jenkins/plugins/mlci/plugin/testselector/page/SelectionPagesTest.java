package io.jenkins.plugins.mlci.plugin.testselector.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import hudson.model.Item;
import hudson.model.Run;
import io.jenkins.plugins.mlci.plugin.shared.collect.Collector;
import io.jenkins.plugins.mlci.plugin.testselector.Shop;
import io.jenkins.plugins.mlci.plugin.testselector.report.ReportFile;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import jenkins.model.Jenkins;
import jenkins.security.csp.impl.CspConfiguration;
import net.sf.json.JSONObject;
import org.htmlunit.HttpMethod;
import org.htmlunit.Page;
import org.htmlunit.WebRequest;
import org.htmlunit.WebResponse;
import org.htmlunit.html.DomElement;
import org.htmlunit.html.DomNode;
import org.htmlunit.html.HtmlButton;
import org.htmlunit.html.HtmlInput;
import org.htmlunit.html.HtmlPage;
import org.jenkinsci.plugins.workflow.cps.CpsFlowDefinition;
import org.jenkinsci.plugins.workflow.job.WorkflowJob;
import org.jenkinsci.plugins.workflow.job.WorkflowRun;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.jvnet.hudson.test.JenkinsRule;
import org.jvnet.hudson.test.MockAuthorizationStrategy;
import org.jvnet.hudson.test.junit.jupiter.WithJenkins;

@WithJenkins
class SelectionPagesTest {
    @TempDir
    private Path folder;

    private JenkinsRule jenkins;
    private WorkflowJob job;
    private WorkflowRun run;

    @BeforeEach
    void selectOnce(JenkinsRule rule) throws Exception {
        jenkins = rule;
        Shop shop = Shop.create(folder);
        job = rule.createProject(WorkflowJob.class, "shop");
        shop.remember(job);
        shop.checkOut(job, rule.jenkins);
        job.setDefinition(new CpsFlowDefinition(
                "node { mlSelectTests(runner: maven(), policy: confidence(0.9), mode: 'enforce') }", true));
        run = rule.buildAndAssertSuccess(job);
        // Once its results are recorded, a build writes its selection again.
        assertThat(Collector.get().await(Duration.ofMinutes(1))).isTrue();
    }

    @Test
    void theBuildPageSaysWhatWasSelected() throws Exception {
        HtmlPage page = client().getPage(run);
        assertThat(page.asNormalizedText()).contains("Tests selected: ", "See selection");
        assertThat(page.getAnchorByText("See selection").<HtmlPage>click().asNormalizedText())
                .contains("How it was decided", "Failures kept against time");
    }

    @Test
    void theBuildPageNamesSelectionsThatHaveAnId() throws Exception {
        job.setDefinition(new CpsFlowDefinition(
                "node { mlSelectTests(runner: maven(), policy: confidence(0.9), mode: 'enforce', id: 'unit') }", true));
        HtmlPage page = client().getPage(jenkins.buildAndAssertSuccess(job));
        assertThat(page.asNormalizedText()).contains("unit: Tests selected: ");
    }

    @Test
    void theTabShowsTheTests() throws Exception {
        JenkinsRule.WebClient client = client();
        HtmlPage page = client.getPage(run, SelectionAction.URL);
        client.waitForBackgroundJavaScript(10_000);
        assertThat(page.querySelectorAll(".mlci-tests tbody tr")).hasSize(Shop.PARTS);
        assertThat(page.<DomElement>querySelector(".mlci-count").getTextContent())
                .isEqualTo("1 to 20 of 20 tests");
        assertThat(page.<DomElement>querySelector("svg.mlci-chart title").getTextContent())
                .startsWith("Failures kept");
        assertThat(page.asNormalizedText()).contains("confidence: 0.9", "enforce", "build 80");
    }

    @Test
    void theTableSearchesAndSortsAndOpensRows() throws Exception {
        JenkinsRule.WebClient client = client();
        HtmlPage page = client.getPage(run, SelectionAction.URL);
        client.waitForBackgroundJavaScript(10_000);
        page.<HtmlInput>querySelector(".mlci-tests input[name=q]").type("Part17Test");
        client.waitForBackgroundJavaScript(10_000);
        assertThat(page.querySelectorAll(".mlci-tests tbody tr")).hasSize(1);
        page.<HtmlButton>querySelector(".mlci-test__button").click();
        client.waitForBackgroundJavaScript(10_000);
        DomNode detail = page.querySelector(".mlci-detail");
        assertThat(detail.asNormalizedText()).contains("What decided", "where every such test starts", "Last outcomes");
        assertThat(detail.querySelectorAll(".mlci-run")).hasSize(30);
        page.<HtmlButton>querySelector("th[data-sort=test] button").click();
        client.waitForBackgroundJavaScript(10_000);
        assertThat(page.<DomElement>querySelector("th[data-sort=test]").getAttribute("aria-sort"))
                .isEqualTo("ascending");
    }

    @Test
    void noPageNeedsInlineScript() throws Exception {
        Jenkins.get().getExtensionList(CspConfiguration.class).get(0).setEnforce(true);
        for (String path : List.of(
                run.getUrl(),
                run.getUrl() + SelectionAction.URL + "/",
                job.getUrl(),
                job.getUrl() + SelectionAction.URL + "/")) {
            HtmlPage page = client().goTo(path);
            String policy = page.getWebResponse().getResponseHeaderValue("Content-Security-Policy");
            assertThat(policy).contains("script-src");
            DomNode ours = page.querySelector("#main-panel");
            assertThat(ours.querySelectorAll("script:not([src]):not([type='application/json'])"))
                    .as("inline scripts of %s", path)
                    .isEmpty();
            assertThat(page.getWebResponse().getContentAsString()).doesNotContainPattern("mlci[^>]* on[a-z]+=");
        }
    }

    @Test
    void rowsComeInPages() throws Exception {
        JSONObject page = json("tests?start=5&count=3&sort=test&order=asc");
        assertThat(page.getInt("total")).isEqualTo(Shop.PARTS);
        assertThat(page.getInt("matching")).isEqualTo(Shop.PARTS);
        assertThat(list(page, "rows")).hasSize(3);
        JSONObject row = list(page, "rows").get(0);
        assertThat(row.keySet()).contains("className", "method", "selected", "probability", "seconds", "reasons");
        assertThat(list(json("tests?filter=skipped"), "rows"))
                .isNotEmpty()
                .noneMatch(test -> test.getBoolean("selected"));
    }

    @Test
    void aQuestionThatMakesNoSenseGetsASentence() throws Exception {
        assertThat(status("tests?count=0")).isEqualTo(HttpURLConnection.HTTP_BAD_REQUEST);
        assertThat(status("tests?sort=colour")).isEqualTo(HttpURLConnection.HTTP_BAD_REQUEST);
        assertThat(status("test?row=9999")).isEqualTo(HttpURLConnection.HTTP_NOT_FOUND);
        assertThat(status("test?row=first")).isEqualTo(HttpURLConnection.HTTP_BAD_REQUEST);
        assertThat(status("test")).isEqualTo(HttpURLConnection.HTTP_NOT_FOUND);
    }

    @Test
    void theSelectionIsJson() throws Exception {
        JSONObject selection = json("api/json");
        assertThat(selection.getInt("total")).isEqualTo(Shop.PARTS);
        assertThat(selection.getBoolean("all")).isFalse();
        assertThat(selection.getString("verdict")).startsWith("Tests selected");
        assertThat(selection.has("tests")).isFalse();
        JSONObject some = json("api/json?tree=tests[className,selected]{0,5}");
        assertThat(list(some, "tests")).hasSize(5);
    }

    @Test
    void theContributionsSumToTheProbability() throws Exception {
        JSONObject test = json("test?row=0");
        double sum = 0;
        for (JSONObject part : list(test, "contributions")) {
            sum += part.getDouble("logOdds");
        }
        assertThat(1 / (1 + Math.exp(-sum))).isCloseTo(test.getDouble("probability"), within(1e-6));
    }

    @Test
    void theJobHasATrend() throws Exception {
        jenkins.buildAndAssertSuccess(job);
        HtmlPage page = client().goTo(job.getUrl() + SelectionAction.URL + "/");
        assertThat(page.asNormalizedText()).contains("of test time saved", "in the last 2 selections", "#82");
        assertThat(client().getPage(job).getElementById("main-panel").querySelectorAll("svg.mlci-chart"))
                .hasSize(1);
        JSONObject trend = JSONObject.fromObject(
                client().goTo(job.getUrl() + SelectionAction.URL + "/api/json", "application/json")
                        .getWebResponse()
                        .getContentAsString());
        assertThat(list(trend, "builds")).hasSize(2);
        assertThat(trend.getDouble("savedSeconds")).isPositive();
    }

    @Test
    void whoMayNotSeeTheJobSeesNothing() throws Exception {
        jenkins.jenkins.setSecurityRealm(jenkins.createDummySecurityRealm());
        jenkins.jenkins.setAuthorizationStrategy(new MockAuthorizationStrategy()
                .grant(Jenkins.READ)
                .everywhere()
                .to("reader", "stranger")
                .grant(Item.READ)
                .everywhere()
                .to("reader"));
        String tab = run.getUrl() + SelectionAction.URL + "/";
        for (String path : List.of(
                tab, tab + "tests", tab + "test?row=0", tab + "api/json", job.getUrl() + SelectionAction.URL + "/")) {
            assertThat(statusAs(null, path)).as("anonymous: %s", path).isEqualTo(HttpURLConnection.HTTP_FORBIDDEN);
            assertThat(statusAs("stranger", path)).as("stranger: %s", path).isEqualTo(HttpURLConnection.HTTP_NOT_FOUND);
            assertThat(statusAs("reader", path)).as("reader: %s", path).isEqualTo(HttpURLConnection.HTTP_OK);
        }
    }

    @Test
    void onlyWhoMayConfigureCanHaveFieldsChecked() throws Exception {
        jenkins.jenkins.setSecurityRealm(jenkins.createDummySecurityRealm());
        jenkins.jenkins.setAuthorizationStrategy(new MockAuthorizationStrategy()
                .grant(Jenkins.READ, Item.READ)
                .everywhere()
                .to("reader")
                .grant(Jenkins.READ, Item.READ, Item.CONFIGURE)
                .everywhere()
                .to("author"));
        String check = job.getUrl()
                + "descriptorByName/io.jenkins.plugins.mlci.plugin.testselector.step.SelectTestsStep/checkShards";
        assertThat(post("reader", check)).isEqualTo(HttpURLConnection.HTTP_FORBIDDEN);
        assertThat(post("author", check)).isEqualTo(HttpURLConnection.HTTP_OK);
    }

    @Test
    void aSelectionWhoseFileIsGoneSaysSo() throws Exception {
        Files.delete(run.getRootDir().toPath().resolve(ReportFile.name("")));
        jenkins.jenkins.reload();
        Run<?, ?> again =
                jenkins.jenkins.getItemByFullName("shop", WorkflowJob.class).getLastBuild();
        assertThat(client().getPage(again).asNormalizedText()).contains("Tests selected: ");
        assertThat(client().getPage(again, SelectionAction.URL).asNormalizedText())
                .contains("The details of this selection cannot be shown", "is gone");
    }

    @Test
    void theSelectionSurvivesARestartOfTheBuildRecord() throws Exception {
        SelectionAction before = run.getAction(SelectionAction.class);
        jenkins.jenkins.reload();
        Run<?, ?> again =
                jenkins.jenkins.getItemByFullName("shop", WorkflowJob.class).getLastBuild();
        SelectionAction after = again.getAction(SelectionAction.class);
        assertThat(after).isNotSameAs(before);
        assertThat(after.report()).isEqualTo(before.report());
        assertThat(after.getRun()).isEqualTo(again);
        assertThat(Files.size(run.getRootDir().toPath().resolve("build.xml"))).isLessThan(20_000);
    }

    @Test
    void aJobWithoutKnownTestsTeaches() throws Exception {
        WorkflowJob fresh = jenkins.createProject(WorkflowJob.class, "fresh");
        fresh.setDefinition(new CpsFlowDefinition("node { mlSelectTests(runner: maven()) }", true));
        WorkflowRun first = jenkins.buildAndAssertSuccess(fresh);
        assertThat(client().getPage(first, SelectionAction.URL).asNormalizedText())
                .contains("No test of this job is known yet", "mlRecordTests");
    }

    private JenkinsRule.WebClient client() {
        return jenkins.createWebClient();
    }

    private JSONObject json(String path) throws Exception {
        Page page = client().goTo(run.getUrl() + SelectionAction.URL + "/" + path, "application/json");
        return JSONObject.fromObject(page.getWebResponse().getContentAsString());
    }

    private static List<JSONObject> list(JSONObject json, String name) {
        List<JSONObject> entries = new ArrayList<>();
        json.getJSONArray(name).forEach(entry -> entries.add((JSONObject) entry));
        return entries;
    }

    private int status(String path) throws Exception {
        return statusAs(null, run.getUrl() + SelectionAction.URL + "/" + path);
    }

    private int statusAs(String user, String path) throws Exception {
        if (user == null) {
            // A browser would follow to the login page.
            return ((HttpURLConnection)
                            URI.create(jenkins.getURL() + path).toURL().openConnection())
                    .getResponseCode();
        }
        JenkinsRule.WebClient client =
                client().withThrowExceptionOnFailingStatusCode(false).login(user);
        WebResponse response =
                client.getPage(URI.create(jenkins.getURL() + path).toURL()).getWebResponse();
        return response.getStatusCode();
    }

    private int post(String user, String path) throws Exception {
        JenkinsRule.WebClient client =
                client().withThrowExceptionOnFailingStatusCode(false).login(user);
        WebRequest request =
                new WebRequest(URI.create(jenkins.getURL() + path + "?value=2").toURL(), HttpMethod.POST);
        return client.getPage(client.addCrumb(request)).getWebResponse().getStatusCode();
    }
}
