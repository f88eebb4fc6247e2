package io.jenkins.plugins.mlci.testselector.guarantee;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.OptionalDouble;

/**
 * Finds the score from which tests must run so that the expected share of failures that are missed stays below a bound.
 *
 * <p>Conformal risk control (Angelopoulos, Bates, Fisch, Lei, Schuster, ICLR 2024): with n recent failing builds and
 * L_i(t) the share of failing tests of build i whose score is below t, the largest t with (n R(t) + 1) / (n + 1) &lt;= alpha,
 * R the mean of L_i, keeps the expected share missed in the next build at alpha at most, if builds are exchangeable. They
 * are not quite: only {@link #recent} builds count, so that it follows drift. Fewer than 1 / alpha - 1 builds cannot guarantee
 * anything. The guarantee is one of the mean over many builds; how sure it is for the builds at hand says {@link #keptAtLeast}.
 */
public final class RiskControl {
    /** No more are remembered; what follows drift is {@link #recent}. */
    private static final int MOST = 1000;

    /** Misses that the recent builds allow before the threshold falls: fewer make it jump, more make it slow to follow. */
    private static final int MISSES = 5;

    private static final int LEAST_RECENT = 100;

    private final Deque<double[]> failingScores = new ArrayDeque<>();

    /** Takes in a build with failures: the scores that its tests had before it ran, and which of them failed. */
    public void observe(double[] scores, boolean[] failed) {
        double[] bad = new double[scores.length];
        int count = 0;
        for (int i = 0; i < scores.length; i++) {
            if (failed[i]) {
                bad[count++] = scores[i];
            }
        }
        if (count == 0) {
            return;
        }
        failingScores.addLast(Arrays.copyOf(bad, count));
        if (failingScores.size() > MOST) {
            failingScores.removeFirst();
        }
    }

    /** The scores of the failing tests of each failing build that counts, oldest first: all that is known. */
    public List<double[]> failingScores() {
        return List.copyOf(failingScores);
    }

    /** Goes on from such scores. */
    public static RiskControl of(List<double[]> failingScores) {
        RiskControl control = new RiskControl();
        for (double[] scores : failingScores) {
            if (scores.length == 0 || Arrays.stream(scores).anyMatch(Double::isNaN)) {
                throw new IllegalArgumentException("A failing build has at least one failing test, and each a score.");
            }
            control.failingScores.addLast(scores.clone());
        }
        return control;
    }

    /** How many failing builds the guarantee can rest on. */
    public int builds() {
        return failingScores.size();
    }

    /**
     * The same from recent failing builds only: as many as make {@value #MISSES} misses at the asked share, 100 at least.
     *
     * @param confidence the share of failures to keep, in (0, 1)
     */
    public RiskControl recent(double confidence) {
        int window = (int) Math.min(MOST, Math.max(LEAST_RECENT, Math.round(MISSES / (1 - confidence))));
        RiskControl recent = new RiskControl();
        failingScores.stream().skip(Math.max(0, failingScores.size() - window)).forEach(recent.failingScores::addLast);
        return recent;
    }

    /**
     * A lower bound of the mean share of failures kept, from the share that was kept in some builds: the largest one that the
     * builds do not refute. By Chernoff's bound, n KL(missed || bound) &lt;= ln(1 / doubt), which holds for any losses in [0, 1].
     *
     * @param missed mean share missed, [0, 1]
     * @param builds in how many builds
     * @param doubt probability that the bound is wrong where the builds were not used to choose the threshold, (0, 1)
     */
    public static double keptAtLeast(double missed, int builds, double doubt) {
        double low = missed;
        double high = 1;
        for (int i = 0; i < 60; i++) {
            double middle = (low + high) / 2;
            if (builds * divergence(missed, middle) <= Math.log(1 / doubt)) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return 1 - low;
    }

    /** The same as a lower bound of the mean share missed. */
    public static double missedAtLeast(double missed, int builds, double doubt) {
        return keptAtLeast(1 - missed, builds, doubt);
    }

    /** The Kullback-Leibler divergence of two coins. */
    private static double divergence(double p, double q) {
        double heads = p == 0 ? 0 : p * Math.log(p / q);
        double tails = p == 1 ? 0 : q == 1 ? Double.POSITIVE_INFINITY : (1 - p) * Math.log((1 - p) / (1 - q));
        return heads + tails;
    }

    /** How many failing builds are needed to guarantee this share. */
    public static int buildsNeeded(double confidence) {
        return (int) Math.ceil(1 / (1 - confidence) - 1 - 1e-9);
    }

    /**
     * The score from which tests must run.
     *
     * @param confidence the share of failures to keep, in (0, 1)
     * @return empty when there are too few failing builds: then all tests must run
     */
    public OptionalDouble threshold(double confidence) {
        int n = failingScores.size();
        double alpha = 1 - confidence;
        if (n == 0 || 1.0 / (n + 1) > alpha + 1e-12) {
            return OptionalDouble.empty();
        }
        double[] candidates =
                failingScores.stream().flatMapToDouble(Arrays::stream).sorted().toArray();
        int low = 0;
        int high = candidates.length - 1;
        while (low < high) {
            int middle = (low + high + 1) / 2;
            if ((missed(candidates[middle]) * n + 1) / (n + 1) <= alpha + 1e-12) {
                low = middle;
            } else {
                high = middle - 1;
            }
        }
        return OptionalDouble.of(candidates[low]);
    }

    /** The mean share of failing tests of the recent failing builds that a score threshold would have missed, [0, 1]. */
    public double missed(double threshold) {
        double sum = 0;
        for (double[] scores : failingScores) {
            int below = 0;
            for (double score : scores) {
                below += score < threshold ? 1 : 0;
            }
            sum += (double) below / scores.length;
        }
        return failingScores.isEmpty() ? 0 : sum / failingScores.size();
    }
}
