package io.jenkins.plugins.mlci.plugin.shared.access;

import static org.assertj.core.api.Assertions.assertThat;

import hudson.model.Item;
import hudson.security.PermissionGroup;
import io.jenkins.plugins.mlci.plugin.shared.OneJenkins;
import io.jenkins.plugins.mlci.plugin.shared.page.Models;
import io.jenkins.plugins.mlci.plugin.shared.store.SharedHistory;
import io.jenkins.plugins.mlci.shared.registry.ModelState;
import io.jenkins.plugins.mlci.shared.registry.Scope;
import java.net.URL;
import java.util.logging.Level;
import jenkins.model.Jenkins;
import org.htmlunit.HttpMethod;
import org.htmlunit.WebRequest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.jvnet.hudson.test.JenkinsRule;
import org.jvnet.hudson.test.LogRecorder;
import org.jvnet.hudson.test.MockAuthorizationStrategy;

/** Who may see and do what. */
class PermissionsTest extends OneJenkins {
    private static final String ROOT = "manage/machine-learning/";

    @BeforeEach
    void people() {
        jenkins.jenkins.setSecurityRealm(jenkins.createDummySecurityRealm());
        jenkins.jenkins.setAuthorizationStrategy(new MockAuthorizationStrategy()
                .grant(Jenkins.READ)
                .everywhere()
                .to("reader", "configurer", "viewer", "manager")
                .grant(Item.READ, Item.CONFIGURE)
                .everywhere()
                .to("configurer")
                .grant(MlPermissions.VIEW)
                .everywhere()
                .to("viewer", "manager")
                .grant(MlPermissions.MANAGE)
                .everywhere()
                .to("manager")
                .grant(Jenkins.ADMINISTER)
                .everywhere()
                .to("admin"));
    }

    private JenkinsRule.WebClient as(String user) throws Exception {
        JenkinsRule.WebClient web = jenkins.createWebClient().withThrowExceptionOnFailingStatusCode(false);
        return user.isEmpty() ? web : web.login(user);
    }

    private int get(String user, String path) throws Exception {
        return as(user).getPage(new URL(jenkins.getURL(), ROOT + path))
                .getWebResponse()
                .getStatusCode();
    }

    private int send(String user, HttpMethod method, String path) throws Exception {
        JenkinsRule.WebClient web = as(user);
        web.getOptions().setRedirectEnabled(false);
        WebRequest request = new WebRequest(new URL(jenkins.getURL(), ROOT + path), method);
        if (method == HttpMethod.POST) {
            web.addCrumb(request);
        }
        return web.getPage(request).getWebResponse().getStatusCode();
    }

    @Test
    void thePermissionsAreAGroupOfTheirOwn() {
        assertThat(PermissionGroup.get(MlPermissions.class).getPermissions())
                .containsExactlyInAnyOrder(MlPermissions.VIEW, MlPermissions.MANAGE, MlPermissions.OVERRIDE);
    }

    @Test
    void pagesAreForThoseWhoMayViewThem() throws Exception {
        for (String path : new String[] {"models/", "models/api/json", "impact/", "existing/"}) {
            assertThat(as("").getPage(new URL(jenkins.getURL(), ROOT + path))
                            .getUrl()
                            .getPath())
                    .as("anonymous is led to the login page from " + path)
                    .endsWith("/login");
            assertThat(get("reader", path)).as(path).isEqualTo(403);
            assertThat(get("configurer", path)).as(path).isEqualTo(403);
            assertThat(get("viewer", path)).as(path).isEqualTo(200);
            assertThat(get("admin", path)).as(path).isEqualTo(200);
        }
        assertThat(get("viewer", "privacy/")).isEqualTo(403);
        assertThat(get("manager", "privacy/")).isEqualTo(200);
    }

    @Test
    void whatChangesSomethingIsForManagersAndByPost() throws Exception {
        for (String path :
                new String[] {"existing/start", "existing/cancel", "privacy/forgetJob?job=x", "privacy/rotate"}) {
            assertThat(send("viewer", HttpMethod.POST, path)).as(path).isEqualTo(403);
            assertThat(send("manager", HttpMethod.GET, path)).as(path).isEqualTo(405);
            assertThat(send("manager", HttpMethod.POST, path)).as(path).isEqualTo(302);
        }
    }

    @Test
    void suspendingIsForManagersAndLeavesALine() throws Exception {
        Scope scope = Scope.job("app");
        Models.activate("test-selection", scope);
        String id = java.util.Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString("test-selection\njob:app".getBytes(java.nio.charset.StandardCharsets.UTF_8));

        assertThat(send("viewer", HttpMethod.POST, "models/" + id + "/suspend")).isEqualTo(403);
        assertThat(SharedHistory.get().registry().state("test-selection", scope))
                .isEqualTo(ModelState.ACTIVE);

        try (LogRecorder log =
                new LogRecorder().record(AuditLog.class, Level.INFO).capture(10)) {
            assertThat(send("manager", HttpMethod.POST, "models/" + id + "/suspend"))
                    .isEqualTo(302);
            assertThat(log.getMessages()).containsExactly("manager suspended the model test-selection of job app");
        }
        assertThat(SharedHistory.get().registry().state("test-selection", scope))
                .isEqualTo(ModelState.SUSPENDED);
    }

    @Test
    void wrongInputIsRefusedWithASentence() throws Exception {
        assertThat(send("manager", HttpMethod.POST, "privacy/forgetPerson?person=%20"))
                .isEqualTo(400);
        assertThat(send("manager", HttpMethod.POST, "privacy/forgetOld?days=0")).isEqualTo(400);
        assertThat(get("viewer", "models/nonsense/")).isEqualTo(404);
    }
}
