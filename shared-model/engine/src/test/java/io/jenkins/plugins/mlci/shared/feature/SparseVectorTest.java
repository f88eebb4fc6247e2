package io.jenkins.plugins.mlci.shared.feature;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.FloatRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class SparseVectorTest {
    private final SparseVector vector = SparseVector.of(new int[] {1, 4}, new float[] {3, 4});

    @Test
    void multipliesOnlyWhereBothHaveEntries() {
        assertThat(vector.dot(new float[] {9, 2, 9, 9, 1})).isEqualTo(10);
        assertThat(vector.dot(new float[] {9, 2})).isEqualTo(6);
        assertThat(vector.dot(SparseVector.of(new int[] {0, 4, 7}, new float[] {1, 2, 3})))
                .isEqualTo(8);
        assertThat(vector.dot(SparseVector.EMPTY)).isZero();
    }

    @Test
    void becomesLengthOne() {
        assertThat(vector.normalised().squaredLength()).isCloseTo(1, within(1e-6));
        assertThat(SparseVector.EMPTY.normalised()).isEqualTo(SparseVector.EMPTY);
    }

    @Test
    void leavesOutWhatBecomesZero() {
        assertThat(vector.times(new float[] {1, 0, 1, 1, 2}))
                .isEqualTo(SparseVector.of(new int[] {4}, new float[] {8}));
        assertThat(vector.times(new float[] {1, 5})).isEqualTo(SparseVector.of(new int[] {1}, new float[] {15}));
    }

    @Test
    void refusesWhatIsNoVector() {
        assertThatIllegalArgumentException().isThrownBy(() -> SparseVector.of(new int[] {1}, new float[0]));
        assertThatIllegalArgumentException().isThrownBy(() -> SparseVector.of(new int[] {2, 2}, new float[] {1, 1}));
        assertThatIllegalArgumentException().isThrownBy(() -> SparseVector.of(new int[] {-1}, new float[] {1}));
        assertThatIllegalArgumentException().isThrownBy(() -> SparseVector.of(new int[] {0}, new float[] {Float.NaN}));
    }

    @Property
    void addingAndMultiplyingAgreeWithDenseRows(
            @ForAll @Size(6) List<@FloatRange(min = -9, max = 9) Float> drawn,
            @ForAll @Size(3) List<@FloatRange(min = -9, max = 9) Float> values) {
        float[] dense = array(drawn);
        SparseVector sparse = SparseVector.of(new int[] {0, 2, 5}, array(values));
        double expected = sparse.dot(dense) + sparse.squaredLength();
        float[] sum = dense.clone();
        sparse.addTo(sum, 1);
        assertThat(sparse.dot(sum)).isCloseTo(expected, within(1e-2));
    }

    private static float[] array(List<Float> values) {
        float[] array = new float[values.size()];
        for (int i = 0; i < array.length; i++) {
            array[i] = values.get(i);
        }
        return array;
    }
}
