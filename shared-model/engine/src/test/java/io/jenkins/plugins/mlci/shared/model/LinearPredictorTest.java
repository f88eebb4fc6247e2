package io.jenkins.plugins.mlci.shared.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.jenkins.plugins.mlci.shared.feature.Clipper;
import io.jenkins.plugins.mlci.shared.feature.FeatureTable;
import io.jenkins.plugins.mlci.shared.learn.SyntheticData;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class LinearPredictorTest {
    private static final LinearPredictor PREDICTOR = new LinearPredictor(
            0.5,
            List.of(
                    new LinearTerm(new Clipper(0, 10), 4, 2, 1.5, -0.2, 0.25),
                    new LinearTerm(Clipper.NONE, 0, 1, -1, 0, 0)));

    @Test
    void scoresClippedStandardisedAndMissingValues() {
        FeatureTable table = FeatureTable.of(SyntheticData.schema(2), new double[][] {{6, 100, Double.NaN}, {1, 0, 2}});

        assertThat(PREDICTOR.score(table)).containsExactly(new double[] {1, 5, -1.7}, within(1e-12));
    }

    @Test
    void contributionsAddUpToTheScore() {
        for (double[] row : new double[][] {{6, 1}, {100, 0}, {Double.NaN, 2}}) {
            FeatureTable table = FeatureTable.of(SyntheticData.schema(2), new double[][] {{row[0]}, {row[1]}});
            double sum = Arrays.stream(PREDICTOR.contributions(row)).sum();

            assertThat(PREDICTOR.expectedScore() + sum).isCloseTo(PREDICTOR.score(table)[0], within(1e-12));
        }
        assertThat(PREDICTOR.expectedScore()).isCloseTo(0.45, within(1e-12));
    }

    @Test
    void refusesAScaleOfZero() {
        assertThatThrownBy(() -> new LinearTerm(Clipper.NONE, 0, 0, 1, 0, 0)).isInstanceOf(ModelFormatException.class);
    }
}
