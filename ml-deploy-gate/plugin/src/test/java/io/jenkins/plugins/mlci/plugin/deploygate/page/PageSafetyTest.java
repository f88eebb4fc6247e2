package io.jenkins.plugins.mlci.plugin.deploygate.page;

import static org.assertj.core.api.Assertions.assertThat;

import hudson.model.FreeStyleBuild;
import io.jenkins.plugins.mlci.deploygate.policy.Verdict;
import io.jenkins.plugins.mlci.plugin.deploygate.record.GateState;
import io.jenkins.plugins.mlci.shared.history.DeploymentResult;
import java.net.HttpURLConnection;
import java.time.Duration;
import java.util.List;
import org.htmlunit.html.HtmlPage;
import org.junit.jupiter.api.Test;

/** Who sees which page, and that texts from outside stay texts. */
class PageSafetyTest extends OnePageJenkins {
    private static final String HOSTILE = "<img src=x onerror=alert(1)><script>alert(2)</script>";

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
}
