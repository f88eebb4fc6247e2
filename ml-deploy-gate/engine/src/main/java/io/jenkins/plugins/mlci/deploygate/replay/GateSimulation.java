package io.jenkins.plugins.mlci.deploygate.replay;

import io.jenkins.plugins.mlci.shared.evaluate.Interval;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/**
 * What a gate would have cost and saved that holds each deployment whose risk is worth it: a failed deployment costs as much
 * as {@code ratio} delays, so holding pays from a probability of one in {@code ratio} on. A held deployment is taken to cost
 * one delay and never to fail. Costs are in delays.
 *
 * @param ratio cost of a failure over cost of a delay, more than 1
 * @param gate our gate
 * @param fixedRule the best rule of the form "hold if more than N lines", N chosen afterwards on the very same deployments:
 *     better than anybody could have chosen it
 * @param lines that N
 * @param saved delays saved by the gate for each 1,000 deployments over holding none, with a 95 % interval
 * @param savedOverFixedRule the same over the fixed rule
 */
public record GateSimulation(
        double ratio, Held gate, Held fixedRule, double lines, Interval saved, Interval savedOverFixedRule) {
    private static final int RESAMPLES = 1_000;
    /** Rows that are drawn together: what happens in one week hangs together. */
    private static final int BLOCK = 100;

    /**
     * What was held.
     *
     * @param deployments all
     * @param held those held
     * @param failures all failed ones
     * @param prevented failed ones among those held
     */
    public record Held(int deployments, int held, int failures, int prevented) {}

    /**
     * Simulates over the judged steps from a position on.
     *
     * @param probabilities one a step
     */
    public static GateSimulation of(List<Step> steps, double[] probabilities, int from, double ratio, long seed) {
        int[] rows = IntStream.range(from, steps.size())
                .filter(i -> steps.get(i).judged())
                .toArray();
        boolean[] failed = new boolean[rows.length];
        boolean[] byGate = new boolean[rows.length];
        double[] lines = new double[rows.length];
        for (int i = 0; i < rows.length; i++) {
            Step step = steps.get(rows[i]);
            failed[i] = step.label() > 0;
            byGate[i] = probabilities[rows[i]] > 1 / ratio;
            double churn = step.facts().change().size().added()
                    + step.facts().change().size().deleted();
            lines[i] = Double.isNaN(churn) ? 0 : churn;
        }
        double threshold = bestThreshold(lines, failed, ratio);
        boolean[] byRule = new boolean[rows.length];
        for (int i = 0; i < rows.length; i++) {
            byRule[i] = lines[i] > threshold;
        }
        double[] gate = savings(byGate, failed, ratio);
        double[] rule = savings(byRule, failed, ratio);
        double[] difference = new double[rows.length];
        Arrays.setAll(difference, i -> gate[i] - rule[i]);
        return new GateSimulation(
                ratio,
                held(byGate, failed),
                held(byRule, failed),
                threshold,
                perThousand(gate, seed),
                perThousand(difference, seed));
    }

    /** What each row saves over not being held. */
    private static double[] savings(boolean[] held, boolean[] failed, double ratio) {
        double[] saved = new double[held.length];
        for (int i = 0; i < held.length; i++) {
            saved[i] = held[i] ? (failed[i] ? ratio : 0) - 1 : 0;
        }
        return saved;
    }

    private static double bestThreshold(double[] lines, boolean[] failed, double ratio) {
        Integer[] order = new Integer[lines.length];
        Arrays.setAll(order, i -> i);
        Arrays.sort(order, (a, b) -> Double.compare(lines[b], lines[a]));
        double best = 0;
        double threshold = Double.MAX_VALUE;
        double saved = 0;
        for (int i = 0; i < order.length; i++) {
            saved += (failed[order[i]] ? ratio : 0) - 1;
            boolean last = i + 1 == order.length;
            if ((last || lines[order[i + 1]] < lines[order[i]]) && saved > best) {
                best = saved;
                threshold = last ? -1 : lines[order[i + 1]];
            }
        }
        return threshold;
    }

    private static Held held(boolean[] held, boolean[] failed) {
        int count = 0;
        int failures = 0;
        int prevented = 0;
        for (int i = 0; i < held.length; i++) {
            count += held[i] ? 1 : 0;
            failures += failed[i] ? 1 : 0;
            prevented += held[i] && failed[i] ? 1 : 0;
        }
        return new Held(held.length, count, failures, prevented);
    }

    /** Mean for each 1,000 rows, with an interval from blocks of neighbouring rows drawn again (H. Künsch, 1989). */
    private static Interval perThousand(double[] values, long seed) {
        int n = values.length;
        double estimate = 1_000 * Arrays.stream(values).average().orElse(0);
        if (n == 0) {
            return new Interval(0, 0, 0);
        }
        double[] sums = new double[n + 1];
        for (int i = 0; i < n; i++) {
            sums[i + 1] = sums[i] + values[i];
        }
        int block = Math.min(BLOCK, n);
        int blocks = Math.max(1, n / block);
        SplittableRandom random = new SplittableRandom(seed);
        double[] means = new double[RESAMPLES];
        for (int r = 0; r < RESAMPLES; r++) {
            double sum = 0;
            for (int b = 0; b < blocks; b++) {
                int start = random.nextInt(n - block + 1);
                sum += sums[start + block] - sums[start];
            }
            means[r] = 1_000 * sum / ((double) blocks * block);
        }
        Arrays.sort(means);
        return new Interval(estimate, means[(int) (0.025 * RESAMPLES)], means[(int) (0.975 * RESAMPLES)]);
    }
}
