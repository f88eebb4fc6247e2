package io.jenkins.plugins.mlci.plugin.deploygate.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import hudson.model.FreeStyleBuild;
import io.jenkins.plugins.mlci.deploygate.policy.Verdict;
import io.jenkins.plugins.mlci.plugin.deploygate.record.GateState;
import io.jenkins.plugins.mlci.plugin.deploygate.service.GateImpact;
import io.jenkins.plugins.mlci.plugin.deploygate.service.GateTroubles;
import io.jenkins.plugins.mlci.plugin.shared.store.SharedHistory;
import io.jenkins.plugins.mlci.plugin.shared.watch.Impact;
import io.jenkins.plugins.mlci.shared.history.DeploymentResult;
import java.net.HttpURLConnection;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import net.sf.json.JSONObject;
import org.htmlunit.html.HtmlPage;
import org.junit.jupiter.api.Test;

/** The pages about all environments and about one. */
class EnvironmentPagesTest extends OnePageJenkins {
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
                        "The predicted risk has drifted and is too low at the moment. Of 6 predictions above 7.5 % 6 came true",
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
    void aRiskThatIsFarTooHighIsSaidThereAndToAdmins() throws Exception {
        for (int i = 1; i <= 60; i++) {
            Story.past("shop", i, "prod", Duration.ofHours(10L * (61 - i)), 0.5, DeploymentResult.SUCCEEDED);
        }
        Story.past("shop", 61, "test", Duration.ofHours(1), 0.5, DeploymentResult.SUCCEEDED);
        assertThat(client().goTo("ml-deployments/env/prod/").asNormalizedText())
                .contains(
                        "The predicted risk has drifted far and is too high at the moment."
                                + " Of 60 predictions 0 came true where 30.0 were expected",
                        "the gate observes only");
        assertThat(json("ml-deployments/env/prod/api/json")
                        .getJSONObject("figures")
                        .getString("drift"))
                .isEqualTo("BROKEN");
        assertThat(new GateTroubles().troubles(Story.store()))
                .singleElement()
                .asString()
                .startsWith("Deployment gate, prod: The predicted risk has drifted far");
    }

    @Test
    void theImpactIsWhatAnEnforcedGateStopsAndDelays() throws Exception {
        Story.past("shop", 1, "prod", Duration.ofDays(3), 0.3, DeploymentResult.ROLLED_BACK);
        Story.past("shop", 2, "prod", Duration.ofHours(5), 0.3, DeploymentResult.ROLLED_BACK);
        Story.past("shop", 3, "prod", Duration.ofHours(4), 0.05, DeploymentResult.SUCCEEDED);
        Story.past("shop", 4, "prod", Duration.ofHours(3), 0.05, DeploymentResult.FAILED);
        Story.past("shop", 5, "prod", Duration.ofHours(2), 0.3, DeploymentResult.SUCCEEDED);
        assertThat(new GateImpact().impact(Story.store(), Story.now().minus(Duration.ofDays(1))))
                .extracting(Impact::job, Impact::measure, Impact::value, Impact::good)
                .containsExactly(
                        tuple("shop", "Failed deployments that an enforced gate stops", 1.0, true),
                        tuple("shop", "Failed deployments that it lets pass", 1.0, false),
                        tuple("shop", "Good deployments that it delays", 1.0, false),
                        tuple("shop", "Good deployments that it lets pass", 1.0, true));
        assertThat(client().goTo("manage/machine-learning/impact/").asNormalizedText())
                .contains("Failed deployments that an enforced gate stops", "2 deployments");
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
        // The collector would open the history again before its file is damaged.
        settle();
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
}
