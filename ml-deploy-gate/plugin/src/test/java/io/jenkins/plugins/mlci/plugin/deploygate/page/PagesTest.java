package io.jenkins.plugins.mlci.plugin.deploygate.page;

import static org.assertj.core.api.Assertions.assertThat;

import hudson.model.FreeStyleBuild;
import hudson.model.FreeStyleProject;
import hudson.model.Item;
import hudson.security.AuthorizationStrategy;
import hudson.security.SecurityRealm;
import io.jenkins.plugins.mlci.deploygate.policy.Verdict;
import io.jenkins.plugins.mlci.plugin.deploygate.incident.IncidentCause;
import io.jenkins.plugins.mlci.plugin.deploygate.incident.IncidentDefaults;
import io.jenkins.plugins.mlci.plugin.deploygate.record.GateAction;
import io.jenkins.plugins.mlci.plugin.deploygate.record.GateDecisions;
import io.jenkins.plugins.mlci.plugin.deploygate.record.GateEntry;
import io.jenkins.plugins.mlci.plugin.deploygate.record.GateState;
import io.jenkins.plugins.mlci.plugin.deploygate.record.Say;
import io.jenkins.plugins.mlci.plugin.shared.access.MlPermissions;
import io.jenkins.plugins.mlci.plugin.shared.config.MachineLearningConfiguration;
import io.jenkins.plugins.mlci.plugin.shared.store.SharedHistory;
import io.jenkins.plugins.mlci.shared.history.DeploymentResult;
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
import org.htmlunit.WebRequest;
import org.htmlunit.WebResponse;
import org.htmlunit.html.DomElement;
import org.htmlunit.html.HtmlPage;
import org.htmlunit.util.NameValuePair;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.jvnet.hudson.test.JenkinsRule;
import org.jvnet.hudson.test.MockAuthorizationStrategy;
import org.jvnet.hudson.test.junit.jupiter.WithJenkins;

@WithJenkins
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PagesTest {
    private static final String HOSTILE = "<img src=x onerror=alert(1)><script>alert(2)</script>";

    private JenkinsRule jenkins;
    private FreeStyleProject job;

    @BeforeAll
    void start(JenkinsRule rule) {
        jenkins = rule;
    }

    @AfterAll
    void stop() throws Exception {
        jenkins.after();
    }

    @BeforeEach
    void clear() throws Exception {
        jenkins.jenkins.setSecurityRealm(SecurityRealm.NO_AUTHENTICATION);
        jenkins.jenkins.setAuthorizationStrategy(AuthorizationStrategy.UNSECURED);
        MachineLearningConfiguration.get().setCapabilities(List.of());
        jenkins.jenkins.getExtensionList(CspConfiguration.class).get(0).setEnforce(true);
        SharedHistory.get().retry();
        Story.store().deployments().deleteStartedBefore(Story.now().plusSeconds(3600));
        Story.store().incidents().deleteOpenedBefore(Story.now().plusSeconds(3600));
        if (job != null) {
            job.delete();
        }
        job = jenkins.createFreeStyleProject("shop");
    }

    private FreeStyleBuild build() throws Exception {
        return jenkins.buildAndAssertSuccess(job);
    }

    @Test
    void theBuildPageSaysWhatTheGateSaid() throws Exception {
        FreeStyleBuild build = build();
        GateEntry gate = Story.gate(
                build,
                "prod",
                Verdict.APPROVE,
                GateState.WAITING_FOR_APPROVAL,
                "Three of the last 20 were rolled back");
        new GateDecisions(GateAction.of(build), gate).approve(new Say("alice", Story.now(), "looked at it"));
        HtmlPage page = client().getPage(build);
        assertThat(page.asNormalizedText())
                .contains(
                        "Deployment risk to prod: 18 % (9.0 % to 36 %)",
                        "It waits for approval until", "1 more approval by alice, ops", "See assessment");
        HtmlPage tab = page.getAnchorByText("See assessment").click();
        assertThat(tab.asNormalizedText())
                .contains(
                        "Three of the last 20 were rolled back",
                        "▲ raises",
                        "×3.32",
                        "▼ lowers",
                        "canary, 10 % for 40 min",
                        "Split the change.",
                        "The risk would be 9 %.",
                        "looked at it",
                        "Still wanted: 1 more approval",
                        "Change the billing table");
        assertThat(tab.<DomElement>querySelector("#gate-1 details").getTextContent())
                .contains("deploy-prior", "costs(failure: 10, delay: 1)");
        assertThat(tab.<DomElement>querySelector("svg.mlci-chart title").getTextContent())
                .isEqualTo(
                        "Probability of a failure 18 %, between 9 % and 36 %. The policy asks for a canary from 10 % on,"
                                + " approval from 20 % on, a stop from 50 % on.");
    }

    @Test
    void whatAnAssessmentLostIsSaid() throws Exception {
        FreeStyleBuild build = build();
        Story.gate(build, "prod", Verdict.PROCEED, GateState.PASSED, "small");
        Files.writeString(build.getRootDir().toPath().resolve("ml-deploy-gate-1.json"), "[");
        assertThat(client().getPage(build, DeploymentTab.URL).asNormalizedText())
                .contains("The details of this assessment cannot be shown", "It went on.");
        Files.writeString(
                build.getRootDir().toPath().resolve("ml-deploy-gate-1.json"),
                "{\"risk\":{\"probability\":7,\"low\":-3,\"high\":\"x\",\"contributions\":[{}, 3]},\"similar\":5}");
        assertThat(client().getPage(build, DeploymentTab.URL).asNormalizedText())
                .contains("Deployment risk to prod");
    }

    @Test
    void theTabIsJson() throws Exception {
        FreeStyleBuild build = build();
        Story.gate(build, "prod", Verdict.CANARY, GateState.ADVISED, "large");
        Story.deployed(build, "prod", "v1", DeploymentResult.SUCCEEDED);
        JSONObject json = json(build.getUrl() + DeploymentTab.URL + "/api/json");
        JSONObject gate = list(json, "gates").get(0);
        assertThat(gate.getString("verdict")).isEqualTo("canary");
        assertThat(gate.getDouble("probability")).isEqualTo(0.18);
        assertThat(gate.getDouble("blockFrom")).isEqualTo(0.5);
        assertThat(list(json, "deployments").get(0).getString("outcome")).isEqualTo("good");
    }

    @Test
    void anEnvironmentShowsItsDeployments() throws Exception {
        for (int i = 1; i <= 60; i++) {
            DeploymentResult result = i % 10 == 0 ? DeploymentResult.ROLLED_BACK : DeploymentResult.SUCCEEDED;
            Story.past("shop", i, "prod", Duration.ofHours(10L * (61 - i)), i % 10 == 0 ? 0.3 : 0.05, result);
        }
        Story.incident("inc-1", "shop", "Payments are slow", Duration.ofHours(1), "");
        HtmlPage page = client().goTo("ml-deployments/env/prod/");
        assertThat(page.asNormalizedText())
                .contains(
                        "Stop the line",
                        "Payments are slow",
                        "Had it been enforced: 6 of 6 failures stopped, 0 of 54 good ones delayed.",
                        "Deployment frequency",
                        "a week",
                        "Change failure rate",
                        "6 of 60",
                        "Time to restore",
                        "30 min",
                        "Predicted and observed differ by",
                        "◀ rolled back",
                        "well again after 30 min",
                        "1 to 50 of 60");
        assertThat(page.querySelectorAll("svg.mlci-chart")).hasSize(6);
        assertThat(page.querySelectorAll("#ml-deployed tbody tr")).hasSize(50);
        HtmlPage older = page.getAnchorByText("Older").click();
        assertThat(older.querySelectorAll("#ml-deployed tbody tr")).hasSize(10);
        JSONObject json = json("ml-deployments/env/prod/api/json?from=58&count=5");
        assertThat(json.getInt("total")).isEqualTo(60);
        assertThat(list(json, "deployments")).hasSize(2);
        assertThat(list(json, "deployments").get(1).getString("id")).isEqualTo("shop#1@prod");
        assertThat(json.getJSONObject("figures").getDouble("changeFailureRate")).isEqualTo(0.1);
        assertThat(client().goTo("ml-deployments/").asNormalizedText()).contains("prod", "◀ rolled back", "▲ 1");
        assertThat(list(json("ml-deployments/api/json"), "environments").get(0).getInt("openIncidents"))
                .isEqualTo(1);
    }

    @Test
    void theJobShowsItsTrend() throws Exception {
        Story.deployed(build(), "test", "v1", DeploymentResult.SUCCEEDED);
        FreeStyleBuild build = build();
        Story.gate(build, "prod", Verdict.APPROVE, GateState.APPROVED, "large");
        Story.deployed(build, "prod", "v1", DeploymentResult.FAILED);
        assertThat(client().getPage(job).querySelectorAll("#main-panel svg.mlci-chart"))
                .hasSize(1);
        assertThat(client().getPage(job, DeploymentTab.URL).asNormalizedText())
                .contains("2 deployments in the last 50 builds; 1 failed", "18 %", "approve", "✕ failed");
        assertThat(list(json(job.getUrl() + DeploymentTab.URL + "/api/json"), "deployments"))
                .hasSize(2);
        assertThat(client().getPage(build).asNormalizedText()).contains("Deployment of v1 to prod: failed.");
    }

    @Test
    void hostileTextsAreText() throws Exception {
        FreeStyleBuild build = build();
        Story.gate(build, HOSTILE, Verdict.BLOCK, GateState.BLOCKED, HOSTILE);
        Story.deployed(build, HOSTILE, HOSTILE, DeploymentResult.SUCCEEDED);
        Story.incident(HOSTILE, "shop", HOSTILE, Duration.ofHours(1), "");
        for (String path : List.of(
                build.getUrl(),
                build.getUrl() + DeploymentTab.URL + "/",
                job.getUrl(),
                job.getUrl() + DeploymentTab.URL + "/",
                "ml-deployments/",
                "ml-deployments/env/" + Token.of(HOSTILE) + "/",
                "ml-deployments/incidents/",
                "ml-deployments/incidents/" + Token.of(HOSTILE) + "/")) {
            String html = client().goTo(path).getWebResponse().getContentAsString();
            assertThat(html).as(path).contains("alert").doesNotContain("<img src=x", "<script>alert");
        }
    }

    @Test
    void noPageNeedsInlineScript() throws Exception {
        FreeStyleBuild build = build();
        Story.gate(build, "prod", Verdict.APPROVE, GateState.WAITING_FOR_APPROVAL, "large");
        Story.deployed(build, "prod", "v1", DeploymentResult.SUCCEEDED);
        Story.incident("inc-1", "shop", "Payments are slow", Duration.ofHours(1), "");
        for (String path : List.of(
                build.getUrl(),
                build.getUrl() + DeploymentTab.URL + "/",
                job.getUrl() + DeploymentTab.URL + "/",
                "ml-deployments/",
                "ml-deployments/env/prod/",
                "ml-deployments/incidents/",
                "ml-deployments/incidents/inc-1/")) {
            HtmlPage page = client().goTo(path);
            assertThat(page.getWebResponse().getResponseHeaderValue("Content-Security-Policy"))
                    .contains("script-src");
            assertThat(page.querySelectorAll("#main-panel script:not([src]):not([type='application/json'])"))
                    .as("inline scripts of %s", path)
                    .isEmpty();
            assertThat(page.getWebResponse().getContentAsString()).doesNotContainPattern("mlci[^>]* on[a-z]+=");
        }
    }

    @Test
    void emptyPagesTeach() throws Exception {
        assertThat(client().goTo("ml-deployments/").asNormalizedText())
                .contains("No deployment is known yet", "mlDeployment('prod')");
        assertThat(client().goTo("ml-deployments/incidents/").asNormalizedText())
                .contains("No incident is known", "mlRecordOutcome");
        assertThat(status(null, "ml-deployments/env/prod/")).isEqualTo(HttpURLConnection.HTTP_NOT_FOUND);
        assertThat(status(null, "ml-deployments/incidents/none/")).isEqualTo(HttpURLConnection.HTTP_NOT_FOUND);
    }

    @Test
    void aBrokenHistoryIsSaid() throws Exception {
        FreeStyleBuild build = build();
        Story.gate(build, "prod", Verdict.CANARY, GateState.ADVISED, "large");
        Story.deployed(build, "prod", "v1", DeploymentResult.SUCCEEDED);
        Path file = jenkins.jenkins.getRootDir().toPath().resolve("machine-learning/history/history.mv.db");
        SharedHistory.get().retry();
        Files.write(file, "this is no database".repeat(1000).getBytes());
        try {
            for (String path : List.of("ml-deployments/", "ml-deployments/env/prod/", "ml-deployments/incidents/")) {
                assertThat(client().goTo(path).asNormalizedText())
                        .as(path)
                        .contains("The history cannot be used now", "Cannot open the history");
            }
            assertThat(client().getPage(build, DeploymentTab.URL).asNormalizedText())
                    .contains("Deployment risk to prod", "● good");
            assertThat(json("ml-deployments/env/prod/api/json").getString("problem"))
                    .contains("Cannot open the history");
        } finally {
            Files.delete(file);
            SharedHistory.get().retry();
        }
    }

    @Test
    void onlyWhoMaySeeTheJobSeesItsDeployments() throws Exception {
        FreeStyleBuild build = build();
        Story.deployed(build, "prod", "v1", DeploymentResult.SUCCEEDED);
        Story.past("gone", 1, "old", Duration.ofDays(1), 0.1, DeploymentResult.SUCCEEDED);
        Story.incident("inc-1", "shop", "Payments are slow", Duration.ofHours(1), "");
        Story.incident("inc-2", "", "Nobody's", Duration.ofHours(1), "");
        secure();
        for (String path : List.of("ml-deployments/", "ml-deployments/env/prod/", "ml-deployments/incidents/inc-1/")) {
            assertThat(status(null, path)).as("anonymous: %s", path).isEqualTo(HttpURLConnection.HTTP_FORBIDDEN);
        }
        assertThat(client().login("stranger").goTo("ml-deployments/").asNormalizedText())
                .contains("No deployment is known yet");
        assertThat(client().login("stranger").goTo("ml-deployments/incidents/").asNormalizedText())
                .contains("No incident is known");
        for (String path : List.of("env/prod/", "incidents/inc-1/", "incidents/inc-2/", "env/prod/api/json")) {
            assertThat(status("stranger", "ml-deployments/" + path))
                    .as(path)
                    .isEqualTo(HttpURLConnection.HTTP_NOT_FOUND);
        }
        assertThat(status("reader", "ml-deployments/env/prod/")).isEqualTo(HttpURLConnection.HTTP_OK);
        assertThat(status("reader", "ml-deployments/incidents/inc-1/")).isEqualTo(HttpURLConnection.HTTP_OK);
        assertThat(status("reader", "ml-deployments/incidents/inc-2/")).isEqualTo(HttpURLConnection.HTTP_NOT_FOUND);
        assertThat(status("reader", "ml-deployments/env/old/")).isEqualTo(HttpURLConnection.HTTP_NOT_FOUND);
        // Who may see the pages about models sees what belongs to no job here, but no job that is hidden.
        assertThat(status("viewer", "ml-deployments/env/old/")).isEqualTo(HttpURLConnection.HTTP_OK);
        assertThat(status("viewer", "ml-deployments/incidents/inc-2/")).isEqualTo(HttpURLConnection.HTTP_OK);
        assertThat(status("viewer", "ml-deployments/env/prod/")).isEqualTo(HttpURLConnection.HTTP_NOT_FOUND);
    }

    @Test
    void anIncidentIsResolvedByWhoMay() throws Exception {
        Story.incident("inc-0", "shop", "Payments are slow again", Duration.ofDays(3), "rolled back by hand");
        Story.incident("inc-1", "shop", "Payments are slow", Duration.ofHours(1), "");
        secure();
        String page = "ml-deployments/incidents/inc-1/";
        assertThat(client().login("reader").goTo(page).asNormalizedText())
                .contains("▲ open", "was resolved by: rolled back by hand", "password=****", "permission Override")
                .doesNotContain("hunter2secret");
        assertThat(post("reader", page + "resolve", "how", "x")).isEqualTo(HttpURLConnection.HTTP_FORBIDDEN);
        assertThat(status("operator", page + "resolve")).isEqualTo(HttpURLConnection.HTTP_BAD_METHOD);
        assertThat(post("operator", page + "resolve", "how", "restarted it")).isEqualTo(HttpURLConnection.HTTP_OK);
        assertThat(client().login("reader").goTo(page).asNormalizedText()).contains("● over after", "restarted it");
        assertThat(post("operator", page + "resolve", "how", "again")).isEqualTo(HttpURLConnection.HTTP_CONFLICT);
        assertThat(list(json("ml-deployments/incidents/api/json?show=open", "reader"), "incidents"))
                .isEmpty();
    }

    @Test
    void aJobIsRunAgainOnlyWhereThatIsAllowed() throws Exception {
        build();
        Story.incident("inc-0", "shop", "Payments are slow", Duration.ofDays(3), "restarted the job");
        Story.incident("inc-1", "shop", "Payments are slow", Duration.ofHours(1), "");
        secure();
        String handle = "ml-deployments/incidents/inc-1/handle";
        assertThat(client().login("operator")
                        .goTo("ml-deployments/incidents/inc-1/")
                        .asNormalizedText())
                .contains("Run shop once more.", "This is not allowed here");
        assertThat(post("operator", handle, "handler", "1")).isEqualTo(HttpURLConnection.HTTP_OK);
        jenkins.waitUntilNoActivity();
        assertThat(job.getLastBuild().getNumber()).isEqualTo(1);
        IncidentDefaults allowed = new IncidentDefaults();
        allowed.setRetry(true);
        MachineLearningConfiguration.get().setCapabilities(List.of(allowed));
        assertThat(post("reader", handle, "handler", "1")).isEqualTo(HttpURLConnection.HTTP_FORBIDDEN);
        assertThat(post("operator", handle, "handler", "99")).isEqualTo(HttpURLConnection.HTTP_NOT_FOUND);
        assertThat(post("operator", handle, "handler", "1")).isEqualTo(HttpURLConnection.HTTP_OK);
        jenkins.waitUntilNoActivity();
        assertThat(job.getLastBuild().getNumber()).isEqualTo(2);
        assertThat(job.getLastBuild().getCause(IncidentCause.class).getIncident())
                .isEqualTo("inc-1");
    }

    private void secure() {
        jenkins.jenkins.setSecurityRealm(jenkins.createDummySecurityRealm());
        jenkins.jenkins.setAuthorizationStrategy(new MockAuthorizationStrategy()
                .grant(Jenkins.READ)
                .everywhere()
                .to("stranger", "reader", "operator", "viewer")
                .grant(Item.READ)
                .everywhere()
                .to("reader", "operator")
                .grant(Item.BUILD, MlPermissions.OVERRIDE)
                .everywhere()
                .to("operator")
                .grant(MlPermissions.VIEW)
                .everywhere()
                .to("viewer"));
    }

    private JenkinsRule.WebClient client() {
        JenkinsRule.WebClient client = jenkins.createWebClient();
        client.getOptions().setThrowExceptionOnScriptError(false);
        return client;
    }

    private JSONObject json(String path) throws Exception {
        return JSONObject.fromObject(
                client().goTo(path, "application/json").getWebResponse().getContentAsString());
    }

    private JSONObject json(String path, String user) throws Exception {
        return JSONObject.fromObject(client().login(user)
                .goTo(path, "application/json")
                .getWebResponse()
                .getContentAsString());
    }

    private static List<JSONObject> list(JSONObject json, String name) {
        List<JSONObject> entries = new ArrayList<>();
        json.getJSONArray(name).forEach(entry -> entries.add((JSONObject) entry));
        return entries;
    }

    private int status(String user, String path) throws Exception {
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

    private int post(String user, String path, String name, String value) throws Exception {
        JenkinsRule.WebClient client =
                client().withThrowExceptionOnFailingStatusCode(false).login(user);
        WebRequest request = new WebRequest(URI.create(jenkins.getURL() + path).toURL(), HttpMethod.POST);
        request.setRequestParameters(List.of(new NameValuePair(name, value)));
        return client.getPage(client.addCrumb(request)).getWebResponse().getStatusCode();
    }
}
