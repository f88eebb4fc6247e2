package io.jenkins.plugins.mlci.testselector.selection;

import io.jenkins.plugins.mlci.shared.watch.DriftLevel;
import io.jenkins.plugins.mlci.shared.watch.DriftVerdict;
import io.jenkins.plugins.mlci.shared.watch.PageHinkley;
import io.jenkins.plugins.mlci.testselector.guarantee.RiskControl;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;

/**
 * Watches whether the guarantee holds: for each failing build in which all tests ran, the share of its failures that a
 * selection at confidence 0.95 would have missed, judged before the build was learned.
 *
 * <p>Broken: the latest builds refute the promised share beyond doubt (Chernoff's bound, one in a thousand). Moved: the misses
 * have begun to rise (Page-Hinkley).
 */
public final class MissWatch {
    private static final double CONFIDENCE = 0.95;
    private static final int MOST = 100;
    private static final int LATEST = 30;
    private static final double DOUBT = 0.001;

    /** Misses beyond the promised ones, in builds missed whole, that are taken for a rise. */
    private static final double RISE = 2.5;

    private final Deque<Double> losses = new ArrayDeque<>();

    /** Goes on from earlier losses, oldest first, each in [0, 1]. */
    static MissWatch of(double[] losses) {
        MissWatch watch = new MissWatch();
        for (double loss : losses) {
            if (!(loss >= 0 && loss <= 1)) {
                throw new IllegalArgumentException(
                        "A share of failures missed lies between 0 and 1, not at " + loss + ".");
            }
            watch.add(loss);
        }
        return watch;
    }

    /** Takes in a build before it is learned; nothing is said of builds that no guarantee covered. */
    void observe(RiskControl risk, double[] logOdds, boolean[] failed) {
        int failures = 0;
        for (boolean f : failed) {
            failures += f ? 1 : 0;
        }
        if (failures == 0) {
            return;
        }
        OptionalDouble threshold = risk.recent(CONFIDENCE).threshold(CONFIDENCE);
        if (threshold.isEmpty()) {
            return;
        }
        int missed = 0;
        for (int i = 0; i < failed.length; i++) {
            missed += failed[i] && logOdds[i] < threshold.getAsDouble() ? 1 : 0;
        }
        add((double) missed / failures);
    }

    private void add(double loss) {
        losses.addLast(loss);
        if (losses.size() > MOST) {
            losses.removeFirst();
        }
    }

    /** The shares missed in the latest failing builds, oldest first, [0, 1]. */
    public double[] losses() {
        return losses.stream().mapToDouble(Double::doubleValue).toArray();
    }

    /** What the latest failing builds say. */
    public DriftVerdict judge() {
        if (losses.size() < LATEST) {
            return new DriftVerdict(DriftLevel.UNKNOWN, List.of());
        }
        double mean = losses.stream()
                .skip(losses.size() - LATEST)
                .mapToDouble(Double::doubleValue)
                .average()
                .orElse(0);
        String sentence = String.format(
                Locale.ROOT,
                "In the latest %d failing builds a selection would have missed %.0f %% of the failures where %.0f %% are"
                        + " promised.",
                LATEST,
                100 * mean,
                100 * (1 - CONFIDENCE));
        double promised = 1 - CONFIDENCE;
        // Few misses refute nothing; the bound says how few could be an accident.
        if (mean > promised && RiskControl.missedAtLeast(mean, LATEST, DOUBT) > promised) {
            return new DriftVerdict(DriftLevel.BROKEN, List.of(sentence));
        }
        PageHinkley rise = new PageHinkley(promised, RISE, LATEST);
        int at = 0;
        int alarm = -1;
        for (double loss : losses) {
            alarm = rise.add(loss) ? at : alarm;
            at++;
        }
        return alarm >= losses.size() - LATEST && alarm >= 0 && mean > promised
                ? new DriftVerdict(DriftLevel.MOVED, List.of(sentence))
                : new DriftVerdict(DriftLevel.STABLE, List.of());
    }
}
