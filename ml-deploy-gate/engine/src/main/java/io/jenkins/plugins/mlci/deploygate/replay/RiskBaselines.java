package io.jenkins.plugins.mlci.deploygate.replay;

import io.jenkins.plugins.mlci.deploygate.feature.Words;
import io.jenkins.plugins.mlci.deploygate.risk.SparseLogistic;
import io.jenkins.plugins.mlci.shared.feature.Feature;
import io.jenkins.plugins.mlci.shared.feature.FeatureSchema;
import io.jenkins.plugins.mlci.shared.feature.FeatureTable;
import io.jenkins.plugins.mlci.shared.learn.BoostingParameters;
import io.jenkins.plugins.mlci.shared.learn.ForestParameters;
import io.jenkins.plugins.mlci.shared.learn.GradientBoosting;
import io.jenkins.plugins.mlci.shared.learn.Learner;
import io.jenkins.plugins.mlci.shared.learn.RandomForestLearner;
import io.jenkins.plugins.mlci.shared.learn.TrainingContext;
import io.jenkins.plugins.mlci.shared.learn.TrainingSet;
import io.jenkins.plugins.mlci.shared.model.LogOdds;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ForkJoinPool;
import java.util.stream.IntStream;

/**
 * Known methods on the columns of the data set itself: trained ten times, at 20, 28, 36 ... 92 % of the steps, on what was known
 * then; once, at 80 %, where the rest is held out. What they say of later steps is judged. Of builds they see two columns more,
 * since the data has no history: the outcome before, and the mean of the earlier ones, each later one counting a fifth.
 */
public final class RiskBaselines {
    /** Says the failure rate so far. */
    public static final String CONSTANT = "constant";
    /** The more lines changed, the riskier; only an order. */
    public static final String LINES = "lines changed";

    private static final int BUCKETS = 1 << 16;
    private static final double CUT = 5;
    private static final int TRAININGS = 10;
    private static final double WARM_UP = 0.2;
    private static final double LATEST = 0.2;

    private final Recording recording;
    private final long seed;
    private final ForkJoinPool pool;
    private final List<Step> steps;
    private final double[][] numbers;
    private final int[][] words;

    /** @param pool where the forest trains */
    public RiskBaselines(Recording recording, long seed, ForkJoinPool pool) {
        this.recording = recording;
        this.seed = seed;
        this.pool = pool;
        this.steps = recording.steps();
        numbers = numbers(recording);
        words = steps.stream()
                .map(step -> Words.of(step.facts().change().text()).stream()
                        .mapToInt(word -> Words.bucket(word, BUCKETS))
                        .toArray())
                .toArray(int[][]::new);
    }

    /** What each method says of each step: NaN before it was trained. */
    public Map<String, double[]> run() {
        Map<String, double[]> said = new LinkedHashMap<>();
        said.put(CONSTANT, empty());
        said.put(LINES, lines());
        said.put("logistic regression", empty());
        said.put("logistic regression with title", empty());
        said.put("forest", empty());
        said.put("boosting", empty());
        double[] shares = recording.kind() == Recording.Kind.CHANGES
                ? new double[] {1 - RiskReplay.HELD_OUT}
                : IntStream.range(0, TRAININGS)
                        .mapToDouble(i -> WARM_UP + (1 - WARM_UP) * i / TRAININGS)
                        .toArray();
        for (int s = 0; s < shares.length; s++) {
            int from = recording.cut(1 - shares[s]);
            int to = s + 1 < shares.length ? recording.cut(1 - shares[s + 1]) : steps.size();
            predict(from, to, said);
        }
        return said;
    }

    private void predict(int from, int to, Map<String, double[]> said) {
        if (from >= to) {
            return;
        }
        Instant now = steps.get(from).facts().started();
        int[] known = IntStream.range(0, from)
                .filter(i -> steps.get(i).judged() && !steps.get(i).known().isAfter(now))
                .toArray();
        double[] labels =
                Arrays.stream(known).mapToDouble(i -> steps.get(i).label()).toArray();
        double failures = Arrays.stream(labels).sum();
        Arrays.fill(said.get(CONSTANT), from, to, (failures + 0.5) / (labels.length + 1));
        if (failures < 2 || failures > labels.length - 2) {
            said.forEach((method, probabilities) -> {
                if (!method.equals(LINES)) {
                    Arrays.fill(probabilities, from, to, (failures + 0.5) / (labels.length + 1));
                }
            });
            return;
        }
        linear(known, labels, from, to, false, said.get("logistic regression"));
        linear(known, labels, from, to, true, said.get("logistic regression with title"));
        ForestParameters forest = new ForestParameters(60, 10, 256, 10, 1, 20_000);
        learned(new RandomForestLearner(forest), known, labels, from, to, said.get("forest"));
        BoostingParameters boosting = BoostingParameters.builder()
                .trees(100)
                .learningRate(0.05)
                .maxDepth(4)
                .minChildRows(20)
                .maxBins(64)
                .build();
        learned(new GradientBoosting(boosting), known, labels, from, to, said.get("boosting"));
    }

    private void linear(int[] known, double[] labels, int from, int to, boolean withTitle, double[] said) {
        int columns = numbers[0].length;
        double[] mean = new double[columns];
        double[] deviation = new double[columns];
        for (int f = 0; f < columns; f++) {
            int column = f;
            double[] values = Arrays.stream(known)
                    .mapToDouble(i -> numbers[i][column])
                    .filter(v -> !Double.isNaN(v))
                    .toArray();
            mean[f] = Arrays.stream(values).average().orElse(0);
            double center = mean[f];
            deviation[f] = Math.sqrt(Arrays.stream(values)
                            .map(v -> (v - center) * (v - center))
                            .average()
                            .orElse(0))
                    + 1e-9;
        }
        double[][] dense = new double[known.length][];
        int[][] texts = new int[known.length][];
        double[] values = new double[known.length];
        double[] weights = new double[known.length];
        Arrays.fill(weights, 1);
        for (int i = 0; i < known.length; i++) {
            dense[i] = scaled(known[i], mean, deviation);
            texts[i] = withTitle ? words[known[i]] : new int[0];
            values[i] = wordValue(texts[i]);
        }
        SparseLogistic model = SparseLogistic.fit(
                new SparseLogistic.Rows(dense, texts, values, labels, weights), BUCKETS, 0.1, 1, seed);
        for (int i = from; i < to; i++) {
            int[] text = withTitle ? words[i] : new int[0];
            said[i] = LogOdds.probability(model.logOdds(scaled(i, mean, deviation), text, wordValue(text)));
        }
    }

    private double[] scaled(int row, double[] mean, double[] deviation) {
        double[] scaled = new double[mean.length];
        for (int f = 0; f < scaled.length; f++) {
            double value = (numbers[row][f] - mean[f]) / deviation[f];
            scaled[f] = Double.isNaN(value) ? 0 : Math.max(-CUT, Math.min(CUT, value));
        }
        return scaled;
    }

    private static double wordValue(int[] text) {
        return text.length == 0 ? 0 : 1 / Math.sqrt(text.length);
    }

    private void learned(Learner learner, int[] known, double[] labels, int from, int to, double[] said) {
        TrainingSet set = TrainingSet.of(table(known), labels);
        int[] rows = IntStream.range(from, to).toArray();
        double[] probabilities =
                learner.fit(set, TrainingContext.seeded(seed).in(pool)).probabilities(table(rows));
        System.arraycopy(probabilities, 0, said, from, rows.length);
    }

    private FeatureTable table(int[] rows) {
        int columns = numbers[0].length;
        double[][] values = new double[columns][rows.length];
        for (int f = 0; f < columns; f++) {
            for (int i = 0; i < rows.length; i++) {
                values[f][i] = numbers[rows[i]][f];
            }
        }
        List<Feature> features = IntStream.range(0, columns)
                .mapToObj(f -> Feature.of("column_" + f, "as recorded", "a column of the data set"))
                .toList();
        return FeatureTable.of(new FeatureSchema("recorded", 1, features), values);
    }

    private double[] lines() {
        return steps.stream()
                .mapToDouble(step -> {
                    double churn = step.facts().change().size().added()
                            + step.facts().change().size().deleted();
                    return Double.isNaN(churn) ? 0 : churn;
                })
                .toArray();
    }

    private double[] empty() {
        double[] values = new double[steps.size()];
        Arrays.fill(values, Double.NaN);
        return values;
    }

    private static double[][] numbers(Recording recording) {
        double[][] numbers =
                recording.steps().stream().map(step -> logs(step.numbers())).toArray(double[][]::new);
        if (recording.kind() == Recording.Kind.BUILDS) {
            double before = Double.NaN;
            double mean = Double.NaN;
            for (int i = 0; i < numbers.length; i++) {
                int columns = numbers[i].length;
                numbers[i] = Arrays.copyOf(numbers[i], columns + 2);
                numbers[i][columns] = before;
                numbers[i][columns + 1] = mean;
                before = recording.steps().get(i).label();
                mean = Double.isNaN(mean) ? before : mean + LATEST * (before - mean);
            }
        }
        return numbers;
    }

    private static double[] logs(double[] values) {
        return Arrays.stream(values)
                .map(v -> Double.isNaN(v) ? v : Math.signum(v) * Math.log1p(Math.abs(v)))
                .toArray();
    }
}
