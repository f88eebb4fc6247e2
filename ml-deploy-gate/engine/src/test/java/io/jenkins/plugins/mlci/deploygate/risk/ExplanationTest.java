package io.jenkins.plugins.mlci.deploygate.risk;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.mlci.deploygate.feature.RiskFeature;
import io.jenkins.plugins.mlci.deploygate.feature.RiskRow;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ExplanationTest {
    @Test
    void thatNothingIsThereRaisesTheRiskOnlyWhereNothingElseCanBeNamed() {
        Map<RiskFeature, Double> values =
                Map.of(RiskFeature.ROLLBACKS_30D, 0.0, RiskFeature.DEPLOYMENTS_24H, Math.log1p(9));
        assertThat(sentence(values, Map.of(RiskFeature.ROLLBACKS_30D, 0.5, RiskFeature.DEPLOYMENTS_24H, 0.1)))
                .isEqualTo("What happened lately: deployments in the last day: 9. This raises the risk.");
        assertThat(sentence(values, Map.of(RiskFeature.ROLLBACKS_30D, 0.5, RiskFeature.DEPLOYMENTS_24H, -0.1)))
                .isEqualTo("What happened lately: deployments titled as a revert in the last month: 0."
                        + " This raises the risk.");
        assertThat(sentence(values, Map.of(RiskFeature.ROLLBACKS_30D, -0.5, RiskFeature.DEPLOYMENTS_24H, -0.3)))
                .as("but it may lower it")
                .isEqualTo("What happened lately: deployments titled as a revert in the last month: 0,"
                        + " deployments in the last day: 9. This lowers the risk much.");
    }

    @Test
    void whatIsNotSoStandsBackToo() {
        Map<RiskFeature, Double> values = Map.of(RiskFeature.FIX, 0.0, RiskFeature.MERGE, 1.0);
        assertThat(sentence(values, Map.of(RiskFeature.FIX, 0.4, RiskFeature.MERGE, 0.2)))
                .isEqualTo("Its description: it is a merge. This raises the risk.");
    }

    /** The sentence of the only group that moves. */
    private static String sentence(Map<RiskFeature, Double> values, Map<RiskFeature, Double> parts) {
        double[] row = new double[RiskFeature.values().length];
        double[] contributions = new double[row.length];
        values.forEach((feature, value) -> row[feature.ordinal()] = value);
        parts.forEach((feature, part) -> contributions[feature.ordinal()] = part);
        Explanation explanation = new Explanation(new RiskRow(row, List.of()));
        explanation.add(contributions, 1);
        assertThat(explanation.contributions()).hasSize(1);
        return explanation.contributions().get(0).sentence();
    }
}
