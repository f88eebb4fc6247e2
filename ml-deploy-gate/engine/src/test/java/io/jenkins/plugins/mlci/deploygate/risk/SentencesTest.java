package io.jenkins.plugins.mlci.deploygate.risk;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.mlci.deploygate.feature.RiskFeature;
import io.jenkins.plugins.mlci.deploygate.feature.RiskFeature.Group;
import java.util.List;
import org.junit.jupiter.api.Test;

class SentencesTest {
    @Test
    void saysWhatIsSoAndWhatIsNot() {
        assertThat(Sentences.fact(RiskFeature.MERGE, 1)).isEqualTo("it is a merge");
        assertThat(Sentences.fact(RiskFeature.MERGE, 0)).isEqualTo("it is not a merge");
        assertThat(Sentences.fact(RiskFeature.BOT, 0)).isEqualTo("not so: a program made the change");
        assertThat(Sentences.fact(RiskFeature.ADDED, Math.log1p(120))).isEqualTo("lines added: 120");
        assertThat(Sentences.fact(RiskFeature.HOUR_SIN, 0.5)).isEmpty();
        assertThat(Sentences.fact(RiskFeature.SUBSYSTEMS, Math.log1p(7))).endsWith(": 7");
        assertThat(Sentences.fact(RiskFeature.RATE_30D, Math.log(0.05)))
                .isEqualTo("how often deployments failed in the last month: 5.0 %");
    }

    @Test
    void saysAUnitOnce() {
        assertThat(Sentences.fact(RiskFeature.PREVIOUS_HOURS, Math.log1p(0.3)))
                .isEqualTo("hours since the deployment before: 0.3");
        assertThat(Sentences.fact(RiskFeature.AGE, Math.log1p(12)))
                .isEqualTo("days since these files were last changed: 12");
        assertThat(Sentences.fact(RiskFeature.BODY, Math.log1p(300)))
                .isEqualTo("length of the description: 300 characters");
    }

    @Test
    void countsWhatItSays() {
        assertThat(Sentences.fact(RiskFeature.ROLLBACKS_30D, Math.log1p(2)))
                .as("a rollback without such a title is not counted")
                .isEqualTo("deployments titled as a revert in the last month: 2");
    }

    @Test
    void saysWhatAWordStandsFor() {
        assertThat(Sentences.fact("ledger")).isEqualTo("it says \"ledger\"");
        assertThat(Sentences.fact("/billing")).isEqualTo("the record of billing");
        assertThat(Sentences.group("/billing")).isEqualTo(Group.FILES);
        assertThat(Sentences.group("@4711")).isEqualTo(Group.PEOPLE);
        assertThat(Sentences.group("ledger")).isEqualTo(Group.TEXT);
    }

    @Test
    void saysWhichWayAndHowMuch() {
        assertThat(Sentences.of(Group.SIZE, List.of("lines added: 120", "files changed: 4"), 0.3))
                .isEqualTo("The size of the change: lines added: 120, files changed: 4. This raises the risk.");
        assertThat(Sentences.of(Group.CLOCK, List.of(), -0.05))
                .isEqualTo("The hour and the day. This lowers the risk a little.");
        assertThat(Sentences.of(Group.TEXT, List.of("it is a fix"), 1))
                .isEqualTo("Its description: it is a fix. This raises the risk much.");
    }
}
