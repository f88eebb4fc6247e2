package io.jenkins.plugins.mlci.deploygate.replay;

import io.jenkins.plugins.mlci.shared.evaluate.Interval;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/**
 * How sure an area under the ROC curve is: its value on blocks of neighbouring steps drawn again (H. Künsch, 1989), since
 * what happens in one week hangs together. Every method is judged on the same draws, so differences can be taken.
 *
 * @param byMethod one value a draw by method, the value on all steps first
 */
public record AucDraws(Map<String, double[]> byMethod) {
    private static final int DRAWS = 500;
    private static final int BLOCK = 100;

    /**
     * Draws from the judged steps from a position on.
     *
     * @param said what each method said of each step
     */
    static AucDraws of(List<Step> steps, Map<String, double[]> said, int from, long seed) {
        int[] rows = IntStream.range(from, steps.size())
                .filter(i -> steps.get(i).judged())
                .toArray();
        int[][] counts = counts(rows.length, seed);
        Map<String, double[]> byMethod = new LinkedHashMap<>();
        said.forEach((method, values) -> {
            Integer[] order = IntStream.range(0, rows.length).boxed().toArray(Integer[]::new);
            Arrays.sort(order, (a, b) -> Double.compare(values[rows[a]], values[rows[b]]));
            double[] sorted =
                    Arrays.stream(order).mapToDouble(i -> values[rows[i]]).toArray();
            boolean[] failed = new boolean[rows.length];
            for (int i = 0; i < failed.length; i++) {
                failed[i] = steps.get(rows[order[i]]).label() > 0;
            }
            byMethod.put(
                    method,
                    Arrays.stream(counts)
                            .mapToDouble(draw -> auc(order, sorted, failed, draw))
                            .toArray());
        });
        return new AucDraws(byMethod);
    }

    /** How often each row is in each draw; all once in the first. */
    private static int[][] counts(int rows, long seed) {
        int[][] counts = new int[DRAWS + 1][rows];
        Arrays.fill(counts[0], 1);
        int block = Math.min(BLOCK, rows);
        SplittableRandom random = new SplittableRandom(seed);
        for (int draw = 1; draw <= DRAWS && rows > 0; draw++) {
            for (int b = 0; b < (rows + block - 1) / block; b++) {
                int start = random.nextInt(rows - block + 1);
                for (int i = start; i < start + block; i++) {
                    counts[draw][i]++;
                }
            }
        }
        return counts;
    }

    private static double auc(Integer[] order, double[] sorted, boolean[] failed, int[] count) {
        double good = 0;
        double bad = 0;
        double pairs = 0;
        for (int i = 0; i < order.length; ) {
            double goodHere = 0;
            double badHere = 0;
            int from = i;
            for (; i < order.length && sorted[i] == sorted[from]; i++) {
                goodHere += failed[i] ? 0 : count[order[i]];
                badHere += failed[i] ? count[order[i]] : 0;
            }
            pairs += badHere * (good + goodHere / 2);
            good += goodHere;
            bad += badHere;
        }
        return pairs / (good * bad);
    }

    /** The mean over recordings of how much better one method is than another, with a 95 % interval. */
    public static Interval lead(Collection<AucDraws> recordings, String method, String other) {
        return interval(recordings.stream()
                .map(r -> minus(r.byMethod.get(method), r.byMethod.get(other)))
                .toList());
    }

    /** The mean over recordings of a method's area, with a 95 % interval. */
    public static Interval mean(Collection<AucDraws> recordings, String method) {
        return interval(recordings.stream().map(r -> r.byMethod.get(method)).toList());
    }

    private static double[] minus(double[] one, double[] other) {
        double[] difference = new double[one.length];
        Arrays.setAll(difference, i -> one[i] - other[i]);
        return difference;
    }

    private static Interval interval(Collection<double[]> recordings) {
        double[] means = IntStream.rangeClosed(0, DRAWS)
                .mapToDouble(draw -> recordings.stream()
                        .mapToDouble(values -> values[draw])
                        .average()
                        .orElse(Double.NaN))
                .toArray();
        double[] drawn = Arrays.stream(means, 1, means.length)
                .filter(Double::isFinite)
                .sorted()
                .toArray();
        if (drawn.length == 0) {
            return new Interval(means[0], Double.NaN, Double.NaN);
        }
        return new Interval(
                means[0],
                drawn[(int) (0.025 * drawn.length)],
                drawn[Math.min(drawn.length - 1, (int) (0.975 * drawn.length))]);
    }
}
