package io.jenkins.plugins.mlci.plugin.deploygate.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import hudson.model.FreeStyleBuild;
import hudson.model.Run;
import io.jenkins.plugins.mlci.deploygate.policy.Verdict;
import io.jenkins.plugins.mlci.plugin.deploygate.policy.GateMode;
import io.jenkins.plugins.mlci.plugin.shared.build.PackedJson;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.jvnet.hudson.test.JenkinsRule;
import org.jvnet.hudson.test.junit.jupiter.WithJenkins;

@WithJenkins
class GateActionTest {
    private static final Instant NOW = Instant.parse("2026-11-20T10:00:00Z");

    @Test
    void whatIsKeptIsSmallAndComesBack(JenkinsRule jenkins) throws Exception {
        FreeStyleBuild build = build(jenkins);
        GateEntry entry = add(build, GateState.WAITING_FOR_APPROVAL);
        new GateDecisions(GateAction.of(build), entry).approve(new Say("bob", NOW, "fine\nreally"));
        assertThat(xml(build)).hasSizeLessThan(2_500);

        GateEntry read = loaded(build, xml(build)).getEntries().get(0);
        assertThat(read.getState()).isEqualTo(GateState.APPROVED);
        assertThat(read.getVerdict()).isEqualTo(Verdict.APPROVE);
        assertThat(read.getReasons()).containsExactly("Large.");
        assertThat(read.getApprovals()).singleElement().satisfies(say -> {
            assertThat(say.getReason()).isEqualTo("fine really");
            assertThat(say.getTime()).isEqualTo(NOW);
        });
        assertThat(read.readAssessment().path("verdict").asText()).isEqualTo("approve");
        assertThat(read.getDeadline()).isEmpty();
    }

    @Test
    void theFirstDecisionCounts(JenkinsRule jenkins) throws Exception {
        FreeStyleBuild build = build(jenkins);
        GateEntry entry = add(build, GateState.WAITING_FOR_APPROVAL);
        assertThat(entry.getDeadline()).contains(NOW.plusSeconds(60));
        GateDecisions decisions = new GateDecisions(GateAction.of(build), entry);
        assertThat(decisions.reject(new Say("bob", NOW, ""))).isTrue();
        assertThat(decisions.approve(new Say("carol", NOW, ""))).isFalse();
        assertThat(decisions.override(new Say("olga", NOW, "x"))).isFalse();
        assertThat(decisions.end(GateState.TIMED_OUT, NOW)).isFalse();
        assertThat(entry.getState()).isEqualTo(GateState.REJECTED);
    }

    @Test
    void aDamagedAssessmentIsToldAndAGoneOneToo(JenkinsRule jenkins) throws Exception {
        FreeStyleBuild build = build(jenkins);
        GateEntry entry = add(build, GateState.PASSED);
        Path file = build.getRootDir().toPath().resolve("ml-deploy-gate-1.json.gz");
        for (JsonNode foreign : List.of(
                JsonNodeFactory.instance.arrayNode(),
                JsonNodeFactory.instance.objectNode().put("verdict", "x".repeat(2_000_000)))) {
            PackedJson.write(foreign, file);
            assertThatThrownBy(entry::readAssessment)
                    .isInstanceOf(IOException.class)
                    .hasMessageStartingWith("The file ");
        }
        Files.writeString(file, "{\"verdict\":");
        assertThatThrownBy(entry::readAssessment)
                .isInstanceOf(IOException.class)
                .hasMessageContaining("cannot be read");
        Files.delete(file);
        assertThatThrownBy(entry::readAssessment)
                .isInstanceOf(IOException.class)
                .hasMessageContaining("gone");
    }

    @Test
    void aGateThatCannotBeReadIsLeftOutAndCounted(JenkinsRule jenkins) throws Exception {
        FreeStyleBuild build = build(jenkins);
        add(build, GateState.PASSED);
        add(build, GateState.PASSED);
        GateAction read = loaded(build, xml(build).replaceFirst("<state>PASSED</state>", "<state>DANCED</state>"));
        assertThat(read.getEntries()).extracting(GateEntry::getId).containsExactly("2");
        assertThat(read.getUnreadable()).isEqualTo(1);
        assertThat(read.entry("1")).isEmpty();
    }

    private static String xml(FreeStyleBuild build) {
        return Run.XSTREAM2.toXML(build.getAction(GateAction.class));
    }

    private static GateAction loaded(FreeStyleBuild build, String xml) {
        GateAction action = (GateAction) Run.XSTREAM2.fromXML(xml);
        action.onLoad(build);
        return action;
    }

    private static FreeStyleBuild build(JenkinsRule jenkins) throws Exception {
        return jenkins.buildAndAssertSuccess(jenkins.createFreeStyleProject("shop"));
    }

    private static GateEntry add(FreeStyleBuild build, GateState state) {
        GateSaid said = new GateSaid(
                "prod",
                "shop#1@prod",
                GateMode.ENFORCE,
                "fixed(approve: 0.1)",
                NOW,
                Verdict.APPROVE,
                Verdict.APPROVE,
                "Deployment risk to prod: 18 %.",
                List.of("Large."),
                List.of(),
                Optional.empty(),
                Optional.of(new ObjectMapper().createObjectNode().put("verdict", "approve")));
        return GateAction.of(build)
                .add("7", said, new WaitRule(List.of("bob"), 1, false, 60_000, 0, false), state, NOW);
    }
}
