package io.jenkins.plugins.mlci.shared.learn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.jenkins.plugins.mlci.shared.feature.FeatureTable;
import io.jenkins.plugins.mlci.shared.model.Link;
import io.jenkins.plugins.mlci.shared.model.TreeEnsemble;
import java.util.SplittableRandom;
import java.util.concurrent.ForkJoinPool;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import smile.base.cart.SplitRule;
import smile.classification.RandomForest;
import smile.data.DataFrame;
import smile.data.Tuple;
import smile.data.formula.Formula;
import smile.data.vector.DoubleVector;
import smile.data.vector.IntVector;

class SmileTreesTest {
    @Test
    void copiedTreesSayWhatSmileSays() {
        SplittableRandom random = new SplittableRandom(1);
        double[][] columns = new double[3][500];
        int[] labels = new int[500];
        for (int row = 0; row < 500; row++) {
            columns[0][row] = random.nextDouble() * 2 - 1;
            columns[1][row] = random.nextInt(5) * 1e-9;
            columns[2][row] = Math.exp(random.nextDouble() * 40);
            labels[row] = columns[0][row] * (columns[1][row] - 2e-9) > 0 || random.nextDouble() < 0.1 ? 1 : 0;
        }
        DataFrame frame = DataFrame.of(
                DoubleVector.of("a", columns[0]),
                DoubleVector.of("b", columns[1]),
                DoubleVector.of("c", columns[2]),
                IntVector.of("y", labels));
        ForkJoinPool pool = new ForkJoinPool(1);
        RandomForest forest;
        try {
            forest = PooledSmile.run(
                    TrainingContext.seeded(1).in(pool),
                    () -> RandomForest.fit(
                            Formula.lhs("y"),
                            frame,
                            10,
                            2,
                            SplitRule.GINI,
                            8,
                            100,
                            2,
                            1.0,
                            null,
                            LongStream.range(1, 11)));
        } finally {
            pool.shutdown();
        }
        TreeCollector collector = new TreeCollector();
        SmileTrees copier = new SmileTrees(forest.schema(), new double[] {-9, -9, -9}, collector);
        double total = 0;
        for (RandomForest.Model model : forest.models()) {
            total += model.weight;
        }
        for (RandomForest.Model model : forest.models()) {
            copier.add(model.tree.root(), model.weight / total);
        }
        TreeEnsemble copy = new TreeEnsemble(3, Link.IDENTITY, 0, collector.first(10));

        double[] scores = copy.score(FeatureTable.of(SyntheticData.schema(3), columns));

        double[] posterior = new double[2];
        for (int row = 0; row < 500; row++) {
            double[] values = {columns[0][row], columns[1][row], columns[2][row]};
            forest.predict(Tuple.of(values, forest.schema()), posterior);
            assertThat(scores[row]).isCloseTo(posterior[1], within(1e-12));
        }
    }
}
