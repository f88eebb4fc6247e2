package io.jenkins.plugins.mlci.logscan.anomaly;

import io.jenkins.plugins.mlci.logscan.baseline.Baseline;
import io.jenkins.plugins.mlci.logscan.baseline.Durations;
import io.jenkins.plugins.mlci.logscan.baseline.FormUse;
import io.jenkins.plugins.mlci.logscan.baseline.KnownForm;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What only shows when the log ended: too many lines, missing lines, too much time. */
final class EndChecks {
    /** Fewer lines of one kind are never too many. */
    private static final int FEWEST_MANY = 50;

    private static final int TIMES_MORE = 5;
    /** Before this many good builds nothing is missed. */
    private static final int BUILDS_TO_MISS = 3;

    private static final double ALWAYS = 0.95;
    private static final int MOST_GAPS = 20;
    private static final long SHORTEST_GAP = 5_000;

    private final Baseline baseline;
    private final Novelty novelty;
    private final List<Seen> seen;
    private final long lines;

    EndChecks(Baseline baseline, Novelty novelty, List<Seen> seen, long lines) {
        this.baseline = baseline;
        this.novelty = novelty;
        this.seen = seen;
        this.lines = lines;
    }

    /** All findings; none without a good build. */
    List<Anomaly> run(Map<String, Long> stageMillis, long millis) {
        List<Anomaly> found = new ArrayList<>();
        if (baseline.builds() > 0 && lines > 0) {
            tooMany(found);
            missing(found);
            gaps(found);
            slow(found, stageMillis, millis);
        }
        return found;
    }

    private void tooMany(List<Anomaly> found) {
        for (Seen each : seen) {
            FormUse use = each.use;
            double most = use.known() == null ? 0 : use.known().most();
            if (use.count() >= FEWEST_MANY && use.count() > TIMES_MORE * Math.max(1, most)) {
                String like = Sentences.quote(use.form().wording());
                String usual = most < 1 ? "no good build has any" : "no good build has more than " + Math.round(most);
                String reason = use.count() + " lines like " + like + "; " + usual + ".";
                found.add(
                        new Anomaly(use.first(), use.last(), excess(use.count(), most), AnomalyKind.TOO_MANY, reason));
            }
        }
        if (lines > 3 * baseline.lines() && lines > baseline.lines() + 10 * FEWEST_MANY) {
            String reason = "The log has " + lines + " lines; no good build has more than "
                    + Math.round(baseline.lines()) + ".";
            found.add(new Anomaly(1, lines, excess(lines, baseline.lines()), AnomalyKind.TOO_MANY, reason));
        }
    }

    private static double excess(double count, double most) {
        double doublings = Math.log(count / (TIMES_MORE * Math.max(1, most))) / Math.log(2);
        return Math.min(1, 0.5 + 0.1 * Math.max(0, doublings));
    }

    /** Wordings that all good builds have, in the order of their place; those in a row are one finding. */
    private void missing(List<Anomaly> found) {
        if (baseline.builds() < BUILDS_TO_MISS) {
            return;
        }
        Map<String, FormUse> here = new HashMap<>();
        seen.forEach(each -> here.put(Long.toHexString(each.use.form().key()), each.use));
        long anchor = 1;
        List<KnownForm> run = new ArrayList<>();
        for (KnownForm form : baseline.forms()) {
            if (novelty.share(form) < ALWAYS) {
                continue;
            }
            FormUse use = here.get(form.key());
            if (use == null) {
                run.add(form);
            } else {
                miss(found, run, anchor);
                anchor = use.first();
            }
        }
        miss(found, run, anchor);
    }

    private void miss(List<Anomaly> found, List<KnownForm> run, long anchor) {
        if (!run.isEmpty()) {
            String first = Sentences.quote(Sentences.text(run.get(0).tokens()));
            String what = run.size() == 1
                    ? "The line " + first + " is"
                    : run.size() + " kinds of lines from " + first + " on are";
            double score = Math.min(0.9, 0.3 + 0.05 * run.size());
            found.add(new Anomaly(
                    anchor,
                    anchor,
                    score,
                    AnomalyKind.MISSING,
                    what + " missing behind here; all good builds have it."));
            run.clear();
        }
    }

    private void gaps(List<Anomaly> found) {
        List<Anomaly> gaps = new ArrayList<>();
        for (Seen each : seen) {
            FormUse use = each.use;
            double limit = gapLimit(use.known());
            if (use.gapMillis() > limit) {
                String reason =
                        Sentences.duration(use.gapMillis()) + " passed behind this line; in good builds at most "
                                + Sentences.duration(Math.round(usualGap(use.known()))) + ".";
                double score = Math.min(1, 0.5 + 0.1 * Math.log(use.gapMillis() / limit) / Math.log(2));
                gaps.add(new Anomaly(
                        use.gapLine(),
                        use.gapLine() + (use.gapLine() < lines ? 1 : 0),
                        score,
                        AnomalyKind.TOO_SLOW,
                        reason));
            }
        }
        gaps.sort(java.util.Comparator.comparingDouble(Anomaly::score).reversed());
        found.addAll(gaps.subList(0, Math.min(MOST_GAPS, gaps.size())));
    }

    private double usualGap(KnownForm known) {
        return known == null || known.gapMillis() < 0 ? baseline.gapMillis() : known.gapMillis();
    }

    /** A line that is known is measured by itself, another one by the longest wait of all. */
    private double gapLimit(KnownForm known) {
        if (baseline.gapMillis() < 0) {
            return Double.MAX_VALUE;
        }
        double usual = usualGap(known);
        double times = baseline.builds() < BUILDS_TO_MISS ? 5 : 3;
        return known == null ? Math.max(2 * usual, 2 * SHORTEST_GAP) : Math.max(times * usual, usual + SHORTEST_GAP);
    }

    private void slow(List<Anomaly> found, Map<String, Long> stageMillis, long millis) {
        stageMillis.forEach((stage, took) -> {
            Durations usual = baseline.stageTimes().get(stage);
            if (usual != null && !stage.isEmpty() && took > usual.limit()) {
                found.add(slow("The stage " + stage + " took ", took, usual));
            }
        });
        if (millis > baseline.durations().limit()) {
            found.add(slow("The build took ", millis, baseline.durations()));
        }
    }

    private Anomaly slow(String what, long took, Durations usual) {
        String reason = what + Sentences.duration(took) + "; in good builds " + Sentences.duration(usual.median())
                + ", and up to " + Sentences.duration(usual.limit()) + " would be normal.";
        double score = Math.min(1, 0.5 + 0.1 * Math.log((double) took / Math.max(1, usual.limit())) / Math.log(2));
        return new Anomaly(1, lines, score, AnomalyKind.TOO_SLOW, reason);
    }
}
