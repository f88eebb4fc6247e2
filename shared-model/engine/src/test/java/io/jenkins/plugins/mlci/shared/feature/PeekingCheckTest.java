package io.jenkins.plugins.mlci.shared.feature;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.function.BiFunction;
import org.junit.jupiter.api.Test;

class PeekingCheckTest {
    private static final List<Integer> HISTORY = List.of(3, 1, 4, 1, 5);

    private static PeekingCheck<Integer, Integer> of(BiFunction<List<Integer>, Integer, Integer> features) {
        return new PeekingCheck<>(features, (value, index) -> value + 100 + index);
    }

    @Test
    void acceptsFeaturesOfThePast() {
        assertThatCode(() -> of((history, t) ->
                                history.subList(0, t).stream().mapToInt(i -> i).sum())
                        .check(HISTORY))
                .doesNotThrowAnyException();
    }

    @Test
    void findsAFeatureOfItsOwnEnd() {
        assertThatThrownBy(() -> of((history, t) -> history.get(t)).check(HISTORY))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("step 0");
    }

    @Test
    void findsAFeatureOfTheFuture() {
        assertThatThrownBy(() ->
                        of((history, t) -> history.get(history.size() - 1)).check(HISTORY))
                .isInstanceOf(AssertionError.class);
        assertThatThrownBy(() -> of((history, t) -> history.size()).check(HISTORY))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("cut off");
    }
}
