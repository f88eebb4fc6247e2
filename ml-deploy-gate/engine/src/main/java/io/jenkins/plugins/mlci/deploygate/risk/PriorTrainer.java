package io.jenkins.plugins.mlci.deploygate.risk;

import io.jenkins.plugins.mlci.deploygate.feature.RiskFeature;
import io.jenkins.plugins.mlci.deploygate.feature.RiskRow;
import io.jenkins.plugins.mlci.shared.model.LinearTerm;
import io.jenkins.plugins.mlci.shared.model.Provenance;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;

/**
 * Learns a prior model from the deployments of several sources, for example repositories. Each source is scaled by itself,
 * so that the prior learns what is unusual within a source; a large source does not speak for all.
 */
public final class PriorTrainer {
    private static final double FEATURE_VARIANCE = 0.02;
    private static final double WORD_VARIANCE = 0.2;
    private static final int ROWS = 12_000;
    private static final int POSITIVES = 400;
    private static final int WARM_UP = 100;
    private static final int VOCABULARY = 1_500;
    private static final int LEAST_USES = 15;

    private final List<Source> sources = new ArrayList<>();

    /** Deployments of one source, in the order of time. */
    public static final class Source {
        private final String name;
        private final Scaler scaler = new Scaler(null);
        private final List<double[]> dense = new ArrayList<>();
        private final List<List<String>> words = new ArrayList<>();
        private final List<Boolean> failed = new ArrayList<>();
        private final double[] sum = new double[RiskFeature.values().length];
        private final double[] squares = new double[RiskFeature.values().length];
        private final double[] count = new double[RiskFeature.values().length];
        private int seen;

        /** @param name for the provenance */
        public Source(String name) {
            this.name = name;
        }

        /** Adds the next deployment; {@code label} is 1 for a failure, 0 for a good one, NaN when it is not to be learned. */
        public void add(RiskRow row, double label) {
            if (seen++ >= WARM_UP && !Double.isNaN(label)) {
                dense.add(scaler.scale(row.values()));
                words.add(row.words());
                failed.add(label > 0);
                for (int f = 0; f < sum.length; f++) {
                    double value = row.values()[f];
                    if (!Double.isNaN(value)) {
                        sum[f] += value;
                        squares[f] += value * value;
                        count[f]++;
                    }
                }
            }
            scaler.add(row.values());
        }

        /** Its name. */
        public String name() {
            return name;
        }

        /** Deployments that can be learned from. */
        public int rows() {
            return failed.size();
        }

        /** Failures among them. */
        public int failures() {
            return (int) failed.stream().filter(f -> f).count();
        }
    }

    /** Adds a source. */
    public PriorTrainer with(Source source) {
        sources.add(source);
        return this;
    }

    /**
     * Learns.
     *
     * @throws IllegalArgumentException when the sources hold no failure or no good deployment
     */
    public PriorModel train(long seed, String codeVersion) {
        List<double[]> dense = new ArrayList<>();
        List<List<String>> texts = new ArrayList<>();
        List<Double> labels = new ArrayList<>();
        List<Double> weights = new ArrayList<>();
        for (Source source : sources) {
            sample(source, seed, dense, texts, labels, weights);
        }
        double positives = labels.stream().mapToDouble(x -> x).sum();
        if (positives == 0 || positives == labels.size()) {
            throw new IllegalArgumentException("A prior needs failed and good deployments; " + (int) positives + " of "
                    + labels.size() + " failed.");
        }
        Map<String, Integer> vocabulary = vocabulary();
        int[][] words = new int[texts.size()][];
        double[] values = new double[texts.size()];
        for (int i = 0; i < words.length; i++) {
            words[i] = texts.get(i).stream()
                    .filter(vocabulary::containsKey)
                    .mapToInt(vocabulary::get)
                    .toArray();
            values[i] = 1 / Math.sqrt(Math.max(1, texts.get(i).size()));
        }
        SparseLogistic model = SparseLogistic.fit(
                new SparseLogistic.Rows(
                        dense.toArray(double[][]::new), words, values, doubles(labels), doubles(weights)),
                Math.max(1, vocabulary.size()),
                FEATURE_VARIANCE,
                WORD_VARIANCE,
                seed);
        Map<String, Double> wordWeights = new LinkedHashMap<>();
        vocabulary.forEach((word, index) -> {
            double weight = Math.round(model.word(index) * 1e4) / 1e4;
            if (Math.abs(weight) >= 0.01) {
                wordWeights.put(word, weight);
            }
        });
        String names = String.join(", ", sources.stream().map(Source::name).toList());
        Provenance provenance = new Provenance(
                "sparse-logistic-regression",
                Map.of("sources", names),
                codeVersion,
                null,
                null,
                labels.size(),
                (long) positives,
                seed,
                Map.of(),
                "Each source was scaled by itself; good deployments of a large source were drawn at random and weighed.");
        return PriorModel.of(PriorModel.make(model.bias(), terms(model), wordWeights, provenance));
    }

    private static void sample(
            Source source,
            long seed,
            List<double[]> dense,
            List<List<String>> texts,
            List<Double> labels,
            List<Double> weights) {
        int failures = source.failures();
        double share = Math.min(1, (double) ROWS / Math.max(1, source.rows()));
        double weight = Math.min(1, (double) POSITIVES / Math.max(1, failures));
        SplittableRandom random = new SplittableRandom(seed);
        for (int i = 0; i < source.rows(); i++) {
            boolean failed = source.failed.get(i);
            if (failed || random.nextDouble() < share) {
                dense.add(source.dense.get(i));
                texts.add(source.words.get(i));
                labels.add(failed ? 1.0 : 0.0);
                weights.add(failed ? weight : weight / share);
            }
        }
    }

    /** Words that at least two sources use, without parts and people; sorted, with their position. */
    private Map<String, Integer> vocabulary() {
        Map<String, int[]> uses = new HashMap<>();
        for (Source source : sources) {
            Map<String, Integer> here = new HashMap<>();
            source.words.forEach(line -> line.forEach(word -> here.merge(word, 1, Integer::sum)));
            here.forEach((word, count) -> {
                int[] total = uses.computeIfAbsent(word, w -> new int[2]);
                total[0] += count;
                total[1] += count >= 3 ? 1 : 0;
            });
        }
        Map<String, Integer> positions = new TreeMap<>();
        uses.entrySet().stream()
                .filter(e -> !e.getKey().startsWith("/") && !e.getKey().startsWith("@"))
                .filter(e -> e.getValue()[0] >= LEAST_USES && e.getValue()[1] >= Math.min(2, sources.size()))
                .sorted(Map.Entry.<String, int[]>comparingByValue((a, b) -> Integer.compare(b[0], a[0]))
                        .thenComparing(Map.Entry.comparingByKey()))
                .limit(VOCABULARY)
                .forEach(e -> positions.put(e.getKey(), 0));
        int next = 0;
        for (Map.Entry<String, Integer> entry : positions.entrySet()) {
            entry.setValue(next++);
        }
        return positions;
    }

    private List<LinearTerm> terms(SparseLogistic model) {
        List<LinearTerm> terms = new ArrayList<>();
        for (int f = 0; f < RiskFeature.values().length; f++) {
            double means = 0;
            double deviations = 0;
            int known = 0;
            for (Source source : sources) {
                if (source.count[f] > 0) {
                    double mean = source.sum[f] / source.count[f];
                    means += mean;
                    deviations += Math.sqrt(Math.max(0, source.squares[f] / source.count[f] - mean * mean));
                    known++;
                }
            }
            double scale = known == 0 ? 1 : Math.max(1e-3, deviations / known);
            double mean = known == 0 ? 0 : means / known;
            terms.add(PriorModel.term(round(mean), Math.max(1e-3, round(scale)), round(model.dense(f))));
        }
        return terms;
    }

    private static double round(double value) {
        return Math.round(value * 1e4) / 1e4;
    }

    private static double[] doubles(List<Double> list) {
        double[] values = new double[list.size()];
        Arrays.setAll(values, list::get);
        return values;
    }
}
