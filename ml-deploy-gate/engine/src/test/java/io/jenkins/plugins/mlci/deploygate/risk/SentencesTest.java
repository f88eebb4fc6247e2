package io.jenkins.plugins.mlci.deploygate.risk;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.mlci.deploygate.feature.RiskFeature;
import org.junit.jupiter.api.Test;

class SentencesTest {
    @Test
    void saysWhatIsSoAndWhatIsNot() {
        assertThat(Sentences.of(RiskFeature.MERGE, 1, 0.2)).isEqualTo("It is a merge. This raises the risk.");
        assertThat(Sentences.of(RiskFeature.MERGE, 0, 0.2)).isEqualTo("It is not a merge. This raises the risk.");
        assertThat(Sentences.of(RiskFeature.WEEKEND, 0, -0.2))
                .isEqualTo("It is not the weekend. This lowers the risk.");
        assertThat(Sentences.of(RiskFeature.BOT, 0, -0.2))
                .isEqualTo("This is not so: a program made the change. This lowers the risk.");
    }

    @Test
    void saysWhatAWordStandsFor() {
        assertThat(Sentences.ofWord("ledger", 1)).isEqualTo("The title says \"ledger\". This raises the risk.");
        assertThat(Sentences.ofWord("/billing", -1)).isEqualTo("The record of the part billing. This lowers the risk.");
    }
}
