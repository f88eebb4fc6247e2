package io.jenkins.plugins.mlci.plugin.deploygate.page;

import static org.assertj.core.api.Assertions.assertThat;

import hudson.model.FreeStyleBuild;
import hudson.model.FreeStyleProject;
import hudson.model.Item;
import hudson.security.AuthorizationStrategy;
import hudson.security.SecurityRealm;
import io.jenkins.plugins.mlci.plugin.shared.access.MlPermissions;
import io.jenkins.plugins.mlci.plugin.shared.collect.Collector;
import io.jenkins.plugins.mlci.plugin.shared.config.MachineLearningConfiguration;
import io.jenkins.plugins.mlci.plugin.shared.store.SharedHistory;
import java.net.HttpURLConnection;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import jenkins.model.Jenkins;
import jenkins.security.csp.impl.CspConfiguration;
import net.sf.json.JSONObject;
import org.htmlunit.HttpMethod;
import org.htmlunit.WebRequest;
import org.htmlunit.WebResponse;
import org.htmlunit.util.NameValuePair;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.TestInstance;
import org.jvnet.hudson.test.JenkinsRule;
import org.jvnet.hudson.test.MockAuthorizationStrategy;
import org.jvnet.hudson.test.junit.jupiter.WithJenkins;

/**
 * Tests of pages in one real Jenkins for the whole class, since it takes seconds to start, with the Content-Security-Policy enforced.
 * Before each test the history is empty, everybody may do everything, and there is one job without builds.
 */
@WithJenkins
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class OnePageJenkins {
    JenkinsRule jenkins;
    FreeStyleProject job;

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
        if (job != null) {
            job.delete();
        }
        // Else the history would forget the job of the test before only after this one has begun to write to it.
        settle();
        Story.store().deployments().deleteStartedBefore(Story.now().plusSeconds(3600));
        Story.store().incidents().deleteOpenedBefore(Story.now().plusSeconds(3600));
        job = jenkins.createFreeStyleProject("shop");
    }

    /** Waits until the history has followed all that happened so far. */
    static void settle() throws InterruptedException {
        assertThat(Collector.get().await(Duration.ofMinutes(2))).isTrue();
    }

    final FreeStyleBuild build() throws Exception {
        return jenkins.buildAndAssertSuccess(job);
    }

    /** From now on a stranger sees nothing, a reader the job, an operator may act too, and a viewer sees models but no job. */
    final void secure() {
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

    final JenkinsRule.WebClient client() {
        JenkinsRule.WebClient client = jenkins.createWebClient();
        client.getOptions().setThrowExceptionOnScriptError(false);
        return client;
    }

    final JSONObject json(String path) throws Exception {
        return JSONObject.fromObject(
                client().goTo(path, "application/json").getWebResponse().getContentAsString());
    }

    final JSONObject json(String path, String user) throws Exception {
        return JSONObject.fromObject(client().login(user)
                .goTo(path, "application/json")
                .getWebResponse()
                .getContentAsString());
    }

    static List<JSONObject> list(JSONObject json, String name) {
        List<JSONObject> entries = new ArrayList<>();
        json.getJSONArray(name).forEach(entry -> entries.add((JSONObject) entry));
        return entries;
    }

    /** What a person is answered; {@code user} is null for nobody. */
    final int status(String user, String path) throws Exception {
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

    /** What a person is answered who sends a form with one field. */
    final int post(String user, String path, String name, String value) throws Exception {
        JenkinsRule.WebClient client =
                client().withThrowExceptionOnFailingStatusCode(false).login(user);
        WebRequest request = new WebRequest(URI.create(jenkins.getURL() + path).toURL(), HttpMethod.POST);
        request.setRequestParameters(List.of(new NameValuePair(name, value)));
        return client.getPage(client.addCrumb(request)).getWebResponse().getStatusCode();
    }
}
