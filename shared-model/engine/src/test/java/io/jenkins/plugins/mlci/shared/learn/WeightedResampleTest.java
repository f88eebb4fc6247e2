package io.jenkins.plugins.mlci.shared.learn;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.mlci.shared.feature.FeatureTable;
import java.util.Arrays;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class WeightedResampleTest {
    @Test
    void rowsWithoutWeightsStayAsTheyAre() {
        TrainingSet set = SyntheticData.rows(20, 5, 1);
        assertThat(WeightedResample.of(set, 5)).isSameAs(set);
    }

    @Test
    void aRowComesAsOftenAsItWeighs() {
        TrainingSet set = weighted(new double[] {1, 0, 1, 0}, new double[] {0.5, 2, 0.5, 1});
        assertThat(WeightedResample.of(set, 5).labels()).hasSize(4).containsSequence(0, 0);
    }

    @Property(tries = 200)
    void aKindThatHardlyWeighsIsStillDrawn(
            @ForAll @IntRange(min = 2, max = 300) int rows,
            @ForAll @IntRange(max = 299) int rare,
            @ForAll boolean positive,
            @ForAll long seed) {
        double[] labels = new double[rows];
        double[] weights = new double[rows];
        Arrays.fill(labels, positive ? 0 : 1);
        Arrays.fill(weights, 1);
        labels[rare % rows] = positive ? 1 : 0;
        weights[rare % rows] = 1e-9;

        TrainingSet drawn = WeightedResample.of(weighted(labels, weights), seed);

        assertThat(drawn.rows()).isEqualTo(rows);
        assertThat(drawn.labels()).contains(0, 1);
        double[] times = drawn.table().column(0);
        assertThat(times).isSorted();
        assertThat(IntStream.range(0, rows)).allMatch(i -> drawn.labels()[i] == labels[(int) times[i]]);
    }

    /** The first feature is the place of the row. */
    private static TrainingSet weighted(double[] labels, double[] weights) {
        FeatureTable any = SyntheticData.rows(labels.length, 5, 1).table();
        double[][] columns = IntStream.range(0, any.schema().size())
                .mapToObj(f -> f == 0
                        ? IntStream.range(0, labels.length).asDoubleStream().toArray()
                        : any.column(f))
                .toArray(double[][]::new);
        return new TrainingSet(FeatureTable.of(any.schema(), columns), labels, weights, null);
    }
}
