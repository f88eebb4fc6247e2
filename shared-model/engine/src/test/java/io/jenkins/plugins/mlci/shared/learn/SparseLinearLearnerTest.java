package io.jenkins.plugins.mlci.shared.learn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.jenkins.plugins.mlci.shared.feature.SparseVector;
import io.jenkins.plugins.mlci.shared.learn.SparseLinearLearner.Weights;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SparseLinearLearnerTest {
    private static final int DIMENSION = 40;

    private final List<SparseVector> rows = new ArrayList<>();
    private boolean[] labels = new boolean[0];

    /** Two entries a row; the first ten indices speak for the class, as log-odds of 2 each. */
    private void draw(int n, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        labels = new boolean[n];
        rows.clear();
        for (int i = 0; i < n; i++) {
            int a = random.nextInt(DIMENSION / 2);
            int b = DIMENSION / 2 + random.nextInt(DIMENSION / 2);
            rows.add(SparseVector.of(new int[] {a, b}, new float[] {0.8f, 0.6f}));
            double logOdds = a < 10 ? 2 : -2;
            labels[i] = random.nextDouble() < 1 / (1 + Math.exp(-logOdds));
        }
    }

    @ParameterizedTest
    @EnumSource(SparseLoss.class)
    void findsWhatSpeaksForTheClass(SparseLoss loss) {
        draw(2000, 1);
        Weights weights = new SparseLinearLearner(loss, 1, 30).fit(rows, labels, null, DIMENSION, context());
        for (int i = 0; i < DIMENSION / 2; i++) {
            assertThat(weights.weights()[i] > 0).as("index %d", i).isEqualTo(i < 10);
        }
        Weights again = new SparseLinearLearner(loss, 1, 30).fit(rows, labels, null, DIMENSION, context());
        assertThat(again.weights()).isEqualTo(weights.weights());
        assertThat(again.bias()).isEqualTo(weights.bias());
    }

    @Test
    void logisticMarginsAreLogOdds() {
        draw(6000, 2);
        Weights weights =
                new SparseLinearLearner(SparseLoss.LOGISTIC, 10, 60).fit(rows, labels, null, DIMENSION, context());
        double sum = 0;
        for (int i = 0; i < 10; i++) {
            sum += weights.score(SparseVector.of(new int[] {i}, new float[] {0.8f}));
        }
        assertThat(sum / 10).isCloseTo(2, within(0.35));
    }

    /** At the optimum of the regularised logistic loss, the weights are the sum of the rows' duals: the gradient is 0. */
    @Test
    void logisticReachesTheOptimum() {
        draw(300, 3);
        double cost = 2;
        Weights w =
                new SparseLinearLearner(SparseLoss.LOGISTIC, cost, 500).fit(rows, labels, null, DIMENSION, context());
        double[] gradient = new double[DIMENSION];
        for (int j = 0; j < DIMENSION; j++) {
            gradient[j] = w.weights()[j];
        }
        for (int i = 0; i < rows.size(); i++) {
            double y = labels[i] ? 1 : -1;
            double pull = cost * y / (1 + Math.exp(y * w.score(rows.get(i))));
            for (int k = 0; k < rows.get(i).size(); k++) {
                gradient[rows.get(i).index(k)] -= pull * rows.get(i).value(k);
            }
        }
        for (double each : gradient) {
            assertThat(each).isCloseTo(0, within(0.05));
        }
    }

    @Test
    void aDearerRowCountsMore() {
        List<SparseVector> same = List.of(
                SparseVector.of(new int[] {0}, new float[] {1}), SparseVector.of(new int[] {0}, new float[] {1}));
        boolean[] differ = {true, false};
        SparseLinearLearner learner = new SparseLinearLearner(SparseLoss.SQUARED_HINGE, 1, 50);
        assertThat(learner.fit(same, differ, new double[] {5, 1}, 1, context()).score(same.get(0)))
                .isPositive();
        assertThat(learner.fit(same, differ, new double[] {1, 5}, 1, context()).score(same.get(0)))
                .isNegative();
    }

    @Test
    void saysWhatCannotBeLearned() {
        draw(10, 4);
        SparseLinearLearner learner = new SparseLinearLearner(SparseLoss.SQUARED_HINGE, 1, 5);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> learner.fit(rows, new boolean[10], null, DIMENSION, context()))
                .withMessageContaining("one kind");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> learner.fit(rows, new boolean[9], null, DIMENSION, context()));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> learner.fit(rows, labels, null, 20, context()))
                .withMessageContaining("index");
        assertThatIllegalArgumentException().isThrownBy(() -> new SparseLinearLearner(SparseLoss.LOGISTIC, 0, 5));
    }

    @Test
    void stopsWhenAskedOrWhenItsTimeIsUp() {
        draw(3000, 5);
        SparseLinearLearner learner = new SparseLinearLearner(SparseLoss.SQUARED_HINGE, 1, 1000);
        assertThatThrownBy(() ->
                        learner.fit(rows, labels, null, DIMENSION, context().cancelledBy(() -> true)))
                .isInstanceOf(TrainingCancelledException.class);
        AtomicLong clock = new AtomicLong();
        TrainingContext hurried = context().within(Duration.ofNanos(3), clock::incrementAndGet);
        learner.fit(rows, labels, null, DIMENSION, hurried);
        assertThat(clock.get()).isLessThan(10);
    }

    private static TrainingContext context() {
        return TrainingContext.seeded(7);
    }
}
