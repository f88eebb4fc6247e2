package io.jenkins.plugins.mlci.testselector.rank;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.jenkins.plugins.mlci.shared.feature.Feature;
import io.jenkins.plugins.mlci.shared.feature.FeatureSchema;
import io.jenkins.plugins.mlci.shared.feature.FeatureTable;
import io.jenkins.plugins.mlci.shared.learn.TrainingSet;
import java.util.Arrays;
import java.util.List;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;

class TrainingRowsTest {
    private static final FeatureSchema SCHEMA =
            new FeatureSchema("rows", 1, List.of(Feature.of("build", "count", "which build")));

    private static void add(TrainingRows rows, int build, int passed, int failed) {
        double[] column = new double[passed + failed];
        Arrays.fill(column, build);
        boolean[] bad = new boolean[column.length];
        Arrays.fill(bad, passed, column.length, true);
        rows.add(FeatureTable.of(SCHEMA, new double[][] {column}), bad);
    }

    private static double weight(TrainingSet set, double label) {
        double sum = 0;
        for (int row = 0; row < set.rows(); row++) {
            sum += set.labels()[row] == label ? set.weight(row) : 0;
        }
        return sum;
    }

    @Test
    void keepsAllOfASmallBuild() {
        TrainingRows rows = new TrainingRows(1);
        add(rows, 7, 40, 4);
        TrainingSet set = rows.toSet();

        assertThat(set.rows()).isEqualTo(44);
        assertThat(set.positives()).isEqualTo(4);
        assertThat(rows.positives()).isEqualTo(4);
        assertThat(weight(set, 0)).isCloseTo(40, within(1e-9));
        assertThat(weight(set, 1))
                .as("failures of one build count as their root")
                .isCloseTo(2, within(1e-9));
    }

    @Test
    void samplesALargeBuildSoThatTheRestStandsForAll() {
        TrainingRows rows = new TrainingRows(1);
        add(rows, 1, 8_000, 900);
        TrainingSet set = rows.toSet();

        assertThat(set.positives()).isBetween(150, 250);
        assertThat(set.rows() - set.positives()).isBetween(320, 480);
        assertThat(weight(set, 0)).isCloseTo(8_000, Percentage.withPercentage(20));
        assertThat(weight(set, 1)).isCloseTo(30, Percentage.withPercentage(25));
    }

    @Test
    void theOldestBuildsGoFirst() {
        TrainingRows rows = new TrainingRows(1);
        for (int build = 1; build <= 200; build++) {
            add(rows, build, 400, 100);
        }
        TrainingSet set = rows.toSet();

        assertThat(set.rows()).isEqualTo(60_000);
        assertThat(set.table().get(0, 0)).isEqualTo(81);
        assertThat(set.table().get(59_999, 0)).isEqualTo(200);
        assertThat(set.table().column(0)).isSorted();
    }

    @Test
    void sameSeedSameSample() {
        TrainingRows one = new TrainingRows(5);
        TrainingRows same = new TrainingRows(5);
        TrainingRows other = new TrainingRows(6);
        for (TrainingRows rows : List.of(one, same, other)) {
            add(rows, 1, 3_000, 500);
        }

        assertThat(one.toSet().labels()).isEqualTo(same.toSet().labels());
        assertThat(one.toSet().labels()).isNotEqualTo(other.toSet().labels());
    }
}
