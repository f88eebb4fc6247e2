package io.jenkins.plugins.mlci.plugin.deploygate.page;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import hudson.model.FreeStyleBuild;
import io.jenkins.plugins.mlci.deploygate.policy.Verdict;
import io.jenkins.plugins.mlci.plugin.deploygate.record.DeploymentAction;
import io.jenkins.plugins.mlci.plugin.deploygate.record.GateAction;
import io.jenkins.plugins.mlci.plugin.deploygate.record.GateDecisions;
import io.jenkins.plugins.mlci.plugin.deploygate.record.GateEntry;
import io.jenkins.plugins.mlci.plugin.deploygate.record.GateState;
import io.jenkins.plugins.mlci.plugin.deploygate.record.Say;
import io.jenkins.plugins.mlci.plugin.shared.build.PackedJson;
import io.jenkins.plugins.mlci.shared.history.DeploymentResult;
import java.nio.file.Files;
import java.nio.file.Path;
import net.sf.json.JSONObject;
import org.htmlunit.html.DomElement;
import org.htmlunit.html.HtmlPage;
import org.junit.jupiter.api.Test;

/** What a build and its job show of gates and deployments. */
class BuildPagesTest extends OnePageJenkins {
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
                        "▲ ×3.32",
                        "▼ ×",
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
        Path file = build.getRootDir().toPath().resolve("ml-deploy-gate-1.json.gz");
        Files.writeString(file, "[");
        assertThat(client().getPage(build, DeploymentTab.URL).asNormalizedText())
                .contains("The details of this assessment cannot be shown", "It went on.");
        PackedJson.write(
                new ObjectMapper()
                        .readTree(
                                "{\"risk\":{\"probability\":7,\"low\":-3,\"high\":\"x\",\"contributions\":[{}, 3]},\"similar\":5}"),
                file);
        assertThat(client().getPage(build, DeploymentTab.URL).asNormalizedText())
                .contains("Deployment risk to prod");
    }

    @Test
    void aDeploymentThatTheHistoryDoesNotKnowSaysSo() throws Exception {
        String unknown = "The history does not know it: The database is away.";
        String later = "It is sent when the history can be used again.";
        FreeStyleBuild late = build();
        Story.untold(late, "prod", "The database is away.", true);
        assertThat(client().getPage(late, DeploymentTab.URL).asNormalizedText()).contains("prod", "v1", unknown, later);
        JSONObject pending = list(json(late.getUrl() + DeploymentTab.URL + "/api/json"), "deployments")
                .get(0);
        assertThat(pending.getBoolean("pending")).isTrue();
        assertThat(pending.getString("problem")).isEqualTo("The database is away.");

        FreeStyleBuild lost = build();
        Story.untold(lost, "prod", "The database is away.", false);
        assertThat(client().getPage(lost, DeploymentTab.URL).asNormalizedText())
                .contains(unknown)
                .doesNotContain(later);

        FreeStyleBuild told = build();
        Story.deployed(told, "prod", "v1", DeploymentResult.SUCCEEDED);
        assertThat(client().getPage(told, DeploymentTab.URL).asNormalizedText())
                .contains("● good")
                .doesNotContain("The history does not know it", later);
    }

    @Test
    void aBuildWithoutDeploymentsSaysWhereTheyComeFrom() throws Exception {
        FreeStyleBuild build = build();
        DeploymentAction.of(build);
        assertThat(client().getPage(build, DeploymentTab.URL).asNormalizedText())
                .contains("This build has no gate and no deployment", "mlDeployment keeps how it went")
                .doesNotContain("The history does not know it", "It is sent when", "Deployments of this build");
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
}
