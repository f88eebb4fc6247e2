package io.jenkins.plugins.mlci.benchmark.learn;

import io.jenkins.plugins.mlci.shared.evaluate.RankingMetrics;
import io.jenkins.plugins.mlci.shared.feature.FeatureTable;
import io.jenkins.plugins.mlci.shared.learn.TrainingSet;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ForkJoinPool;

/**
 * Compares the learners with XGBoost, each on one thread: CPU seconds to train, ROC AUC on later rows, rows scored in a CPU
 * second. Arguments: the folder of public data (optional), and how often to train on the synthetic rows (3).
 */
public final class LearnerBenchmark {
    /** Scores this often at a time, since the process's CPU time comes in steps of some milliseconds. */
    private static final int AGAIN = 10;

    private final PrintStream out;
    private final List<Contestant> contestants;

    private LearnerBenchmark(PrintStream out, ForkJoinPool pool) {
        this.out = out;
        this.contestants = Contestant.all(pool);
    }

    /** Runs all and prints tables. */
    public static void main(String[] arguments) throws Exception {
        ForkJoinPool pool = new ForkJoinPool(1);
        try {
            LearnerBenchmark benchmark = new LearnerBenchmark(System.out, pool);
            benchmark.synthetic(arguments.length > 1 ? Integer.parseInt(arguments[1]) : 3);
            if (arguments.length > 0 && Files.isDirectory(Path.of(arguments[0]))) {
                benchmark.defects(Path.of(arguments[0]));
            }
        } finally {
            pool.shutdown();
        }
    }

    private void synthetic(int rounds) throws Exception {
        TrainingSet train = SyntheticRows.of(100_000, 30, 1);
        TrainingSet test = SyntheticRows.of(50_000, 30, 2);
        out.println("100,000 rows x 30 features; the best of " + rounds + " trainings");
        out.printf("%-48s %10s %8s %14s%n", "learner", "train CPU", "ROC AUC", "rows/CPU s");
        for (Contestant contestant : contestants) {
            double seconds = Double.POSITIVE_INFINITY;
            Contestant.Scoring scoring = null;
            for (int round = 0; round < rounds; round++) {
                CpuClock.Measured<Contestant.Scoring> trained =
                        CpuClock.measure(() -> contestant.training().fit(train));
                seconds = Math.min(seconds, trained.seconds());
                scoring = trained.result();
            }
            double auc = RankingMetrics.rocAuc(test.labels(), scoring.score(test.table()));
            out.printf(
                    Locale.ROOT,
                    "%-48s %8.2f s %8.4f %,14.0f%n",
                    contestant.name(),
                    seconds,
                    auc,
                    speed(scoring, test.table()));
        }
    }

    private static double speed(Contestant.Scoring scoring, FeatureTable table) throws Exception {
        double best = 0;
        for (int round = 0; round < 4; round++) {
            CpuClock.Measured<Double> scored = CpuClock.measure(() -> {
                double sum = 0;
                for (int again = 0; again < AGAIN; again++) {
                    sum += scoring.score(table)[again];
                }
                return sum;
            });
            best = Math.max(best, AGAIN * table.rows() / scored.seconds());
        }
        return best;
    }

    private void defects(Path data) throws Exception {
        List<Path> files = new ArrayList<>();
        double[] sums = new double[contestants.size()];
        out.println();
        out.println("ROC AUC on the last fifth of real changes, learned from the first four fifths");
        for (Path file : DefectData.files(data)) {
            TrainingSet set = DefectData.read(file);
            if (set == null) {
                continue;
            }
            files.add(file);
            int cut = set.cut(0.2);
            TrainingSet later = set.slice(cut, set.rows());
            StringBuilder line = new StringBuilder();
            for (int i = 0; i < sums.length; i++) {
                double[] scores =
                        contestants.get(i).training().fit(set.slice(0, cut)).score(later.table());
                double auc = RankingMetrics.rocAuc(later.labels(), scores);
                sums[i] += auc;
                line.append(String.format(Locale.ROOT, " %.3f", auc));
            }
            out.printf("%s:%s%n", data.relativize(file), line);
        }
        for (int i = 0; i < sums.length && !files.isEmpty(); i++) {
            out.printf(
                    Locale.ROOT,
                    "mean of %d: %.4f %s%n",
                    files.size(),
                    sums[i] / files.size(),
                    contestants.get(i).name());
        }
    }
}
