package io.jenkins.plugins.mlci.shared.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class PrequentialSplitTest {
    @Test
    void learnsFromAllThatCameBefore() {
        assertThat(PrequentialSplit.of(10, 0.2, 4, 100, 0))
                .containsExactly(
                        new PrequentialSplit(0, 2, 2, 4),
                        new PrequentialSplit(0, 4, 4, 6),
                        new PrequentialSplit(0, 6, 6, 8),
                        new PrequentialSplit(0, 8, 8, 10));
    }

    @Test
    void keepsToItsWindowAndGap() {
        assertThat(PrequentialSplit.of(10, 0.5, 1, 3, 1)).containsExactly(new PrequentialSplit(1, 4, 5, 10));
    }

    @Property
    void everyStepAfterTheWarmUpIsPredictedOnceFromThePast(
            @ForAll @IntRange(min = 2, max = 500) int steps, @ForAll @IntRange(min = 1, max = 50) int retrainings) {
        List<PrequentialSplit> splits = PrequentialSplit.of(steps, 0.2, retrainings, Integer.MAX_VALUE, 0);
        int next = (int) Math.ceil(steps * 0.2);
        for (PrequentialSplit split : splits) {
            assertThat(split.testFrom()).isEqualTo(next);
            assertThat(split.trainTo()).isLessThanOrEqualTo(split.testFrom());
            next = split.testTo();
        }
        assertThat(next).isEqualTo(steps);
    }

    @Test
    void refusesNoWarmUp() {
        assertThatThrownBy(() -> PrequentialSplit.of(10, 0, 1, 1, 0)).isInstanceOf(IllegalArgumentException.class);
    }
}
