package io.jenkins.plugins.mlci.shared.learn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jenkins.plugins.mlci.shared.feature.FeatureTable;
import org.junit.jupiter.api.Test;

class TrainingSetTest {
    private static final FeatureTable TABLE =
            FeatureTable.of(SyntheticData.schema(1), new double[][] {{0, 1, 2, 3, 4, 5}});
    private static final double[] LABELS = {0, 1, 0, 0, 1, 0};

    private static TrainingSet grouped() {
        return new TrainingSet(TABLE, LABELS, null, new int[] {2, 3, 1});
    }

    @Test
    void cutsBetweenGroups() {
        assertThat(grouped().cut(0.5)).isEqualTo(2);
        assertThat(TrainingSet.of(TABLE, LABELS).cut(0.5)).isEqualTo(3);
        assertThat(grouped().slice(2, 6).groups()).containsExactly(3, 1);
    }

    @Test
    void keepsTheLatestWholeGroups() {
        assertThat(grouped().latest(3).groups()).containsExactly(1);
        assertThat(grouped().latest(4).groups()).containsExactly(3, 1);
        assertThat(grouped().latest(6).rows()).isEqualTo(6);
        assertThat(new TrainingSet(TABLE, LABELS, null, new int[] {1, 5})
                        .latest(2)
                        .rows())
                .isEqualTo(5);
    }

    @Test
    void drawsRowsAsOftenAsTheyWeigh() {
        TrainingSet drawn =
                WeightedResample.of(new TrainingSet(TABLE, LABELS, new double[] {1, 1, 1, 1, 1, 7}, null), 1);

        long heavy = java.util.Arrays.stream(drawn.table().column(0))
                .filter(x -> x == 5)
                .count();
        assertThat(drawn.rows()).isEqualTo(6);
        assertThat(heavy).isBetween(3L, 4L);
        assertThat(drawn.table().column(0)).isSorted();
    }

    @Test
    void refusesWhatDoesNotFit() {
        assertThatThrownBy(() -> TrainingSet.of(TABLE, new double[5])).hasMessageContaining("5 labels for 6 rows");
        assertThatThrownBy(() -> TrainingSet.of(TABLE, new double[] {0, 1, -1, 0, 0, 0}))
                .hasMessageContaining("-1.0");
        assertThatThrownBy(() -> new TrainingSet(TABLE, LABELS, new double[6], null))
                .hasMessageContaining("more than 0");
        assertThatThrownBy(() -> new TrainingSet(TABLE, LABELS, null, new int[] {5}))
                .hasMessageContaining("hold 5 rows");
        assertThatThrownBy(() -> new TrainingSet(TABLE, LABELS, null, new int[] {6, 0}))
                .hasMessageContaining("at least one row");
    }
}
