package io.jenkins.plugins.mlci.plugin.deploygate.web;

import static io.jenkins.plugins.mlci.plugin.deploygate.Pipelines.job;
import static io.jenkins.plugins.mlci.plugin.deploygate.Pipelines.run;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import hudson.model.Item;
import hudson.model.Result;
import io.jenkins.plugins.mlci.deploygate.incident.IncidentJson;
import io.jenkins.plugins.mlci.deploygate.incident.IncidentRecord;
import io.jenkins.plugins.mlci.plugin.deploygate.service.GatePermissions;
import io.jenkins.plugins.mlci.plugin.deploygate.service.ReportReader;
import io.jenkins.plugins.mlci.plugin.shared.store.SharedHistory;
import io.jenkins.plugins.mlci.shared.history.DeploymentOutcome;
import io.jenkins.plugins.mlci.shared.history.DeploymentResult;
import java.net.URI;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.TreeSet;
import jenkins.model.Jenkins;
import jenkins.security.ApiTokenProperty;
import org.htmlunit.HttpMethod;
import org.htmlunit.WebRequest;
import org.htmlunit.WebResponse;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.jvnet.hudson.test.JenkinsRule;
import org.jvnet.hudson.test.MockAuthorizationStrategy;
import org.jvnet.hudson.test.junit.jupiter.WithJenkins;

@WithJenkins
class OutcomeEndpointTest {
    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final String ROLLED_BACK = """
            {"type": "deployment", "deployment": "shop#1@prod", "result": "rolled-back", "key": "pager-1",
             "note": "token=abc123"}""";

    private JenkinsRule jenkins;

    @BeforeEach
    void people(JenkinsRule rule) throws Exception {
        jenkins = rule;
        jenkins.jenkins.setSecurityRealm(jenkins.createDummySecurityRealm());
        jenkins.jenkins.setAuthorizationStrategy(new MockAuthorizationStrategy()
                .grant(Jenkins.READ, Item.READ)
                .everywhere()
                .toEveryone()
                .grant(GatePermissions.RECORD)
                .everywhere()
                .to("pager"));
        run(
                jenkins,
                job(jenkins, "shop", "mlDeployment(environment: 'prod', version: '1.0') { echo 'deploys' }"),
                Result.SUCCESS);
    }

    @Test
    void whatIsReportedTwiceIsKeptOnce() throws Exception {
        WebResponse first = post("pager", at(Instant.now()));
        assertThat(first.getStatusCode()).isEqualTo(201);
        assertThat(json(first).path("recorded").asBoolean()).isTrue();
        assertThat(json(first).path("subject").asText()).isEqualTo("shop#1@prod");

        WebResponse again = post("pager", at(Instant.now().plusSeconds(2)));
        assertThat(again.getStatusCode()).isEqualTo(200);
        assertThat(json(again).path("recorded").asBoolean()).isFalse();
        assertThat(SharedHistory.get().open().deployments().outcomes("shop#1@prod"))
                .extracting(DeploymentOutcome::result)
                .containsExactlyInAnyOrder(DeploymentResult.SUCCEEDED, DeploymentResult.ROLLED_BACK);
        assertThat(SharedHistory.get()
                        .open()
                        .deployments()
                        .outcomes("shop#1@prod")
                        .toString())
                .doesNotContain("abc123");
    }

    @Test
    void theNewestOfAnEnvironmentNeedsNoId() throws Exception {
        WebResponse response = post("pager", """
                {"type": "deployment", "environment": "prod", "version": "1.0", "result": "incident", "key": "k"}""");
        assertThat(response.getStatusCode()).isEqualTo(201);
        assertThat(json(response).path("subject").asText()).isEqualTo("shop#1@prod");
        assertThat(post("pager", """
                {"type": "deployment", "environment": "prod", "version": "9", "result": "incident", "key": "k"}""").getStatusCode()).isEqualTo(404);
    }

    @Test
    void anIncidentIsOpenedOnceAndResolvedOnce() throws Exception {
        String opened = """
                {"type": "incident", "id": "INC-1", "environment": "prod", "title": "Checkout answers 500",
                 "deployment": "shop#1@prod", "source": "pager", "priority": "critical"}""";
        assertThat(post("pager", opened).getStatusCode()).isEqualTo(201);
        assertThat(post("pager", opened).getStatusCode()).isEqualTo(200);
        assertThat(incident().isOpen()).isTrue();
        assertThat(SharedHistory.get().open().deployments().outcomes("shop#1@prod"))
                .extracting(DeploymentOutcome::result)
                .contains(DeploymentResult.INCIDENT);

        String resolved = "{\"type\": \"resolution\", \"id\": \"INC-1\", \"how\": \"rolled back\"}";
        assertThat(post("pager", resolved).getStatusCode()).isEqualTo(201);
        assertThat(incident().resolution()).isEqualTo("rolled back");
        assertThat(post("pager", resolved.replace("rolled back", "magic")).getStatusCode())
                .isEqualTo(200);
        assertThat(incident().resolution()).isEqualTo("rolled back");
        assertThat(post("pager", resolved.replace("INC-1", "INC-2")).getStatusCode())
                .isEqualTo(404);
    }

    @Test
    void anIncidentOfTheFutureIsRefused() throws Exception {
        String incident = "{\"type\": \"incident\", \"id\": \"INC-7\", \"environment\": \"prod\", \"title\": \"Down\","
                + " \"at\": \"%s\"}";
        assertRefused(400, "'at' is in the future: 2999-01-02T03:04:05Z", incident.formatted("2999-01-02T03:04:05Z"));
        assertThat(SharedHistory.get().open().incidents().find("INC-7")).isEmpty();
        String soon = java.time.Instant.now().plusSeconds(120).toString();
        assertThat(post("pager", incident.formatted(soon)).getStatusCode())
                .as("clocks differ a little")
                .isEqualTo(201);
        assertRefused(
                400,
                "'at' is in the future",
                "{\"type\": \"resolution\", \"id\": \"INC-7\", \"how\": \"magic\", \"at\": \"2999-01-02T03:04:05Z\"}");
    }

    @Test
    void anOpenIncidentStopsTheLine() throws Exception {
        post("pager", "{\"type\": \"incident\", \"id\": \"INC-1\", \"environment\": \"prod\", \"title\": \"Down\"}");
        run(jenkins, job(jenkins, "next", """
                        def held = mlDeployGate(environment: 'prod', policy: fixed())
                        echo "held=${held.verdict} ${held.strategyKind}"
                        def repair = mlDeployGate(environment: 'prod', policy: fixed(), repairs: true)
                        echo "repair=${repair.verdict}"
                        """), Result.SUCCESS);
        String log = JenkinsRule.getLog(jenkins.jenkins
                .getItemByFullName("next", org.jenkinsci.plugins.workflow.job.WorkflowJob.class)
                .getLastBuild());
        assertThat(log)
                .contains(
                        "held=approve wait", "repair=proceed", "Stop the line: 1 incident is open in this environment.")
                .doesNotContain("INC-1");

        post("pager", """
                {"type": "incident", "id": "INC-2", "environment": "prod", "title": "Slow", "job": "next"}
                """);
        assertThat(JenkinsRule.getLog(jenkins.buildAndAssertSuccess(jenkins.jenkins.getItemByFullName(
                        "next", org.jenkinsci.plugins.workflow.job.WorkflowJob.class))))
                .contains("Stop the line: incidents INC-2 and 1 other are open in this environment.")
                .doesNotContain("INC-1");
    }

    @Test
    void badReportsAreRefusedWithASentence() throws Exception {
        assertRefused(400, "The body is no JSON", "{\"type\":");
        assertRefused(400, "The body is no JSON", "{\"type\": \"deployment\", \"type\": \"incident\"}");
        assertRefused(400, "The body must be a JSON object.", "[]");
        assertRefused(400, "The body must be a JSON object.", "");
        assertRefused(400, "Each value must be a text.", "{\"type\": 7}");
        assertRefused(400, "'type' is one of", "{\"type\": \"party\"}");
        assertRefused(400, "'colour' is no part of a report.", "{\"colour\": \"red\"}");
        assertRefused(400, "'key' is missing.", ROLLED_BACK.replace("pager-1", " "));
        assertRefused(400, "'result' is one of", ROLLED_BACK.replace("rolled-back", "meh"));
        assertRefused(400, "'at' is no time", at("yesterday"));
        assertRefused(400, "'at' is in the future: 2999-01-02T03:04:05Z", at("2999-01-02T03:04:05Z"));
        assertRefused(400, "cannot be known at 2020-01-02T03:04:05Z already", at("2020-01-02T03:04:05Z"));
        assertRefused(400, "'key' is longer than 255", ROLLED_BACK.replace("pager-1", "k".repeat(256)));
        assertRefused(400, "'how' does not belong", ROLLED_BACK.replace("\"note\"", "\"how\""));
        assertRefused(404, "No such deployment is known", ROLLED_BACK.replace("shop#1@prod", "shop#9@prod"));
        assertRefused(413, "at most 65536 bytes", ROLLED_BACK.replace("token", "x".repeat(70_000)));
        assertThat(SharedHistory.get().open().deployments().outcomes("shop#1@prod"))
                .hasSize(1);
    }

    @Test
    void onlyJsonByPostWithThePermissionIsTaken() throws Exception {
        assertThat(send("pager", ROLLED_BACK, HttpMethod.POST, "text/plain").getStatusCode())
                .isEqualTo(415);
        assertThat(send("pager", null, HttpMethod.GET, "application/json").getStatusCode())
                .isEqualTo(405);
        WebResponse other = post("other", ROLLED_BACK);
        assertThat(other.getStatusCode()).isEqualTo(403);
        assertThat(json(other).path("error").asText()).contains("Machine learning/RecordOutcome");
        assertThat(SharedHistory.get().open().deployments().outcomes("shop#1@prod"))
                .hasSize(1);
    }

    @Test
    void withoutATokenACrumbIsNeeded() throws Exception {
        JenkinsRule.WebClient web = jenkins.createWebClient();
        web.setThrowExceptionOnFailingStatusCode(false);
        web.login("pager");
        jenkins.jenkins.setCrumbIssuer(new hudson.security.csrf.DefaultCrumbIssuer(false));
        WebRequest request = request(ROLLED_BACK, HttpMethod.POST, "application/json");
        assertThat(web.loadWebResponse(request).getStatusCode()).isEqualTo(403);
    }

    @Test
    void theSchemaNamesWhatTheReaderTakes() throws Exception {
        JenkinsRule.WebClient web = jenkins.createWebClient();
        JsonNode schema = MAPPER.readTree(web.goTo("ml-deploy-gate/schema", "application/schema+json")
                .getWebResponse()
                .getContentAsString());
        TreeSet<String> named = new TreeSet<>();
        schema.path("oneOf")
                .forEach(kind -> kind.path("properties").fieldNames().forEachRemaining(named::add));
        assertThat(named).isEqualTo(new TreeSet<>(ReportReader.FIELDS));
    }

    private IncidentRecord incident() {
        return IncidentJson.read(
                SharedHistory.get().open().incidents().find("INC-1").orElseThrow());
    }

    private static String at(Object time) {
        return ROLLED_BACK.replace("\"note\"", "\"at\": \"" + time + "\", \"note\"");
    }

    private void assertRefused(int status, String sentence, String body) throws Exception {
        WebResponse response = post("pager", body);
        assertThat(response.getStatusCode()).as(response.getContentAsString()).isEqualTo(status);
        assertThat(response.getContentType()).isEqualTo("application/json");
        assertThat(json(response).path("error").asText()).contains(sentence);
    }

    private WebResponse post(String user, String body) throws Exception {
        return send(user, body, HttpMethod.POST, "application/json");
    }

    private WebResponse send(String user, String body, HttpMethod method, String type) throws Exception {
        JenkinsRule.WebClient web = jenkins.createWebClient();
        web.setThrowExceptionOnFailingStatusCode(false);
        WebRequest request = request(body, method, type);
        hudson.model.User person = hudson.model.User.getById(user, true);
        String token = person.getProperty(ApiTokenProperty.class).generateNewToken("test").plainValue;
        person.save();
        String basic = Base64.getEncoder().encodeToString((user + ":" + token).getBytes(StandardCharsets.UTF_8));
        request.setAdditionalHeader("Authorization", "Basic " + basic);
        return web.loadWebResponse(request);
    }

    private WebRequest request(String body, HttpMethod method, String type) throws Exception {
        URL url = URI.create(jenkins.getURL() + "ml-deploy-gate/outcome").toURL();
        WebRequest request = new WebRequest(url, method);
        request.setAdditionalHeader("Content-Type", type);
        if (body != null) {
            request.setRequestBody(body);
        }
        return request;
    }

    private static JsonNode json(WebResponse response) throws Exception {
        return MAPPER.readTree(response.getContentAsString());
    }
}
