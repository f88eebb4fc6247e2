package io.jenkins.plugins.mlci.shared.learn;

import io.jenkins.plugins.mlci.shared.model.Calibration;
import io.jenkins.plugins.mlci.shared.model.IsotonicCalibration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The never falling steps closest to the labels.
 *
 * <p>Source: M. Ayer et al., An empirical distribution function for sampling with incomplete information, 1955.
 */
final class PoolAdjacentViolators {
    private PoolAdjacentViolators() {}

    static Calibration fit(double[] probabilities, double[] labels, double[] weights) {
        int[] order = IntStream.range(0, labels.length)
                .boxed()
                .sorted((a, b) -> Double.compare(probabilities[a], probabilities[b]))
                .mapToInt(Integer::intValue)
                .toArray();
        List<Block> blocks = new ArrayList<>();
        for (int row : order) {
            double weight = weights == null ? 1 : weights[row];
            Block block = new Block(probabilities[row], probabilities[row], weight * labels[row], weight);
            while (!blocks.isEmpty() && blocks.get(blocks.size() - 1).mustJoin(block)) {
                block = blocks.remove(blocks.size() - 1).join(block);
            }
            blocks.add(block);
        }
        List<Double> inputs = new ArrayList<>();
        List<Double> outputs = new ArrayList<>();
        for (Block block : blocks) {
            inputs.add(block.from);
            outputs.add(block.mean());
            if (block.to > block.from) {
                inputs.add(block.to);
                outputs.add(block.mean());
            }
        }
        return new IsotonicCalibration(inputs, outputs);
    }

    /** Neighbouring rows with one common value. */
    private record Block(double from, double to, double sum, double weight) {
        double mean() {
            return Math.min(1, Math.max(0, sum / weight));
        }

        boolean mustJoin(Block next) {
            return mean() >= next.mean() || to == next.from;
        }

        Block join(Block next) {
            return new Block(from, next.to, sum + next.sum, weight + next.weight);
        }
    }
}
