package io.jenkins.plugins.mlci.shared.feature;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class FeatureTableTest {
    private static final FeatureSchema SCHEMA = new FeatureSchema(
            "tests",
            2,
            List.of(Feature.of("age", "days", "Days since it was added."), Feature.of("n", "count", "Runs.")));

    @Test
    void buildsRowsAndKeepsMissingValues() {
        FeatureTableBuilder builder = new FeatureTableBuilder(SCHEMA, 1);
        for (int i = 0; i < 50; i++) {
            builder.add(i, i == 7 ? Double.NaN : -i);
        }

        FeatureTable table = builder.build();

        assertThat(table.rows()).isEqualTo(50);
        assertThat(table.row(49)).containsExactly(49, -49);
        assertThat(table.get(7, 1)).isNaN();
        assertThat(table.slice(3, 5).column(0)).containsExactly(3, 4);
        assertThat(table.select(new int[] {9, 9, 2}).column(0)).containsExactly(9, 9, 2);
    }

    @Test
    void refusesShapesAndInfinities() {
        assertThatThrownBy(() -> FeatureTable.of(SCHEMA, new double[1][2])).hasMessageContaining("2 features");
        assertThatThrownBy(() -> FeatureTable.of(SCHEMA, new double[][] {{1}, {1, 2}}))
                .hasMessageContaining("Column n has 2 rows");
        assertThatThrownBy(() -> FeatureTable.of(SCHEMA, new double[][] {{1}, {Double.POSITIVE_INFINITY}}))
                .hasMessageContaining("n is infinite in row 0");
        assertThatThrownBy(() -> new FeatureTableBuilder(SCHEMA, 1).add(1)).hasMessageContaining("2 values");
    }

    @Test
    void schemasMatchByNamesNotByWording() {
        FeatureSchema reworded = new FeatureSchema(
                "tests", 2, List.of(Feature.of("age", "days", "Other words."), Feature.of("n", "count", "Runs.")));

        assertThat(SCHEMA.matches(reworded)).isTrue();
        assertThat(SCHEMA.matches(new FeatureSchema("tests", 3, SCHEMA.features())))
                .isFalse();
        assertThat(SCHEMA.indexOf("n")).isEqualTo(1);
        assertThat(SCHEMA.indexOf("x")).isEqualTo(-1);
    }

    @Test
    void refusesSchemasThatSayNothing() {
        Feature feature = SCHEMA.features().get(0);
        assertThatThrownBy(() -> new FeatureSchema("tests", 1, List.of())).hasMessageContaining("no feature");
        assertThatThrownBy(() -> new FeatureSchema("tests", 0, List.of(feature)))
                .hasMessageContaining("1 or more");
        assertThatThrownBy(() -> new FeatureSchema("tests", 1, List.of(feature, feature)))
                .hasMessageContaining("twice");
    }
}
