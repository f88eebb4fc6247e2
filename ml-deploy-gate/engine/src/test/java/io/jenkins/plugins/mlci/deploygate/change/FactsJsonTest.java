package io.jenkins.plugins.mlci.deploygate.change;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.jenkins.plugins.mlci.deploygate.Deployments;
import io.jenkins.plugins.mlci.shared.history.BuildId;
import io.jenkins.plugins.mlci.shared.history.Deployment;
import java.util.List;
import org.junit.jupiter.api.Test;

class FactsJsonTest {
    @Test
    void keepsAllFactsAndWhatIsUnknown() {
        DeploymentFacts facts = Deployments.facts(3, "Enable \"network\" für alle", 40);
        Deployment kept = FactsJson.deployment(facts, 12);
        assertThat(kept.build()).isEqualTo(new BuildId("team/service", 12));
        assertThat(kept.json()).doesNotContain("NaN");
        assertThat(FactsJson.read(kept)).isEqualTo(facts);
    }

    @Test
    void knowsNothingOfDamagedJson() {
        for (String json : List.of(
                "", "{", "[1]", "{\"facts\":7}", "{\"facts\":{\"size\":{\"added\":\"many\"},\"leadHours\":-3}}")) {
            Deployment kept = new Deployment("d", new BuildId("job", 1), "prod", Deployments.START, json);
            DeployedChange change = FactsJson.read(kept).change();
            assertThat(change).as(json).isEqualTo(DeployedChange.UNKNOWN);
        }
    }

    @Test
    void refusesFactsWithoutNames() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new DeploymentFacts(
                        "d", " ", "prod", Deployments.START, DeployedChange.UNKNOWN, BuildSignals.UNKNOWN))
                .withMessage("A deployment needs its job.");
        assertThatIllegalArgumentException().isThrownBy(() -> new ChangeText("x", -2, List.of()));
        assertThat(new ChangeText("x".repeat(900), 0, List.of()).title()).hasSize(ChangeText.MAX_TITLE);
    }
}
