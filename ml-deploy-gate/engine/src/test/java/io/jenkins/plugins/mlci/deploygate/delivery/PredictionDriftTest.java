package io.jenkins.plugins.mlci.deploygate.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.mlci.deploygate.delivery.PredictionDrift.Prediction;
import io.jenkins.plugins.mlci.shared.watch.DriftLevel;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class PredictionDriftTest {
    /** Every so many fail. */
    private static List<Prediction> predictions(int count, double probability, int every) {
        List<Prediction> predictions = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            predictions.add(new Prediction(probability, i % every == 0));
        }
        return predictions;
    }

    @Test
    void whatComesTrueAsOftenAsItSaysIsStable() {
        PredictionDrift drift = PredictionDrift.of(predictions(100, 0.1, 10));
        assertThat(drift.verdict().level()).isEqualTo(DriftLevel.STABLE);
        assertThat(drift.isDrifted()).isFalse();
        assertThat(drift.suspends()).isFalse();
        assertThat(drift.sentence())
                .isEqualTo("No drift: the newest 100 predictions came true about as often as they said.");
    }

    @Test
    void aRiskThatIsFarTooHighSuspends() {
        PredictionDrift drift = PredictionDrift.of(predictions(100, 0.5, 10));
        assertThat(drift.verdict().level()).isEqualTo(DriftLevel.BROKEN);
        assertThat(drift.suspends()).isTrue();
        assertThat(drift.sentence())
                .isEqualTo(
                        "The predicted risk has drifted far and is too high at the moment. Of 100 predictions 10 came true"
                                + " where 50.0 were expected; by chance that happens less than once in a million times.");
    }

    @Test
    void aRiskThatIsFarTooLowDoesNot() {
        PredictionDrift drift = PredictionDrift.of(predictions(100, 0.05, 3));
        assertThat(drift.verdict().level()).isEqualTo(DriftLevel.BROKEN);
        assertThat(drift.suspends()).isFalse();
        assertThat(drift.sentence()).startsWith("The predicted risk has drifted far and is too low");
    }

    @Test
    void aSmallDriftIsSaidAndSuspendsNothing() {
        PredictionDrift drift = PredictionDrift.of(predictions(100, 0.24, 10));
        assertThat(drift.verdict().level()).isEqualTo(DriftLevel.MOVED);
        assertThat(drift.isDrifted()).isTrue();
        assertThat(drift.suspends()).isFalse();
        assertThat(drift.sentence()).startsWith("The predicted risk has drifted and is too high");
    }

    @Test
    void fewOutcomesSayNothing() {
        PredictionDrift drift = PredictionDrift.of(predictions(49, 0.9, 100));
        assertThat(drift.verdict().level()).isEqualTo(DriftLevel.UNKNOWN);
        assertThat(drift.sentence())
                .isEqualTo("Whether the predicted risk drifts can be told from 50 known outcomes on; there are 49.");
        assertThat(PredictionDrift.of(List.of()).isDrifted()).isFalse();
    }

    @Test
    void onlyTheNewestCount() {
        List<Prediction> all = predictions(PredictionDrift.NEWEST, 0.1, 10);
        all.addAll(predictions(500, 0.9, 100));
        PredictionDrift drift = PredictionDrift.of(all);
        assertThat(drift.outcomes()).isEqualTo(PredictionDrift.NEWEST);
        assertThat(drift.verdict().level()).isEqualTo(DriftLevel.STABLE);
    }
}
