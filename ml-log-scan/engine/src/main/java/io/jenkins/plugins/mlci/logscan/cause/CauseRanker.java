package io.jenkins.plugins.mlci.logscan.cause;

import io.jenkins.plugins.mlci.logscan.anomaly.LogEvidence;
import io.jenkins.plugins.mlci.shared.feature.FeatureTable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * Finds the lines of a log that state why the build failed. Every line that was kept is judged by two learned models; so many lines
 * are shown as promise the best balance of precision and recall; neighbours make a range; the ranges are ordered, the first one meant.
 */
public final class CauseRanker {
    /** How many lines of a range keep their text. */
    public static final int MOST_TEXT = 60;

    /** How many ranges are shown at most. */
    public static final int MOST_RANGES = 100;

    /** What recall counts against precision when the number of lines is chosen, as the beta of F-beta, squared. */
    private static final double RECALL = 0.2;

    /** The same where there is no good build: less is known then, so more is shown. */
    private static final double ALONE = 2;

    /** And yet no more than a few screens. */
    private static final int MOST_ALONE = 150;

    /** Below this certainty the log has no cause, unless the build is known to have failed. */
    static final double CERTAIN = 0.3;

    /** After so many lines the rest of a range comes later. */
    private static final int LONG = 12;

    /** What a line is worth less for each line like it that is shown already. */
    private static final double SAME = 0.6;

    /** How much a line that is worth reading first counts as one that belongs to the cause. */
    private static final double BORROWED = 0.4;

    /** An earlier line of the same kind with this share of the best one's probability is about as good, and nearer to the cause. */
    private static final double NEARLY = 0.6;

    /** So is an earlier line of another kind with this share. */
    private static final double ANY = 0.9;

    /** Without a good build, what a landmark counts for at least where ranges are ordered, as a share of the best line. */
    private static final double LANDMARK = 0.6;

    /** Without a good build, how much a line of the cause counts where ranges are ordered, beside one to read first. */
    private static final double BESIDE = 0.5;

    /** Without a good build, a range ends before a line with fewer new words than this share; it comes later. */
    private static final double FRESH = 0.25;

    /** So many lines of a range are shown together in any case. */
    private static final int TOGETHER = 3;

    /** The last line of a build in Jenkins. */
    private static final Set<String> ENDS = Set.of(
            "Finished: SUCCESS", "Finished: UNSTABLE", "Finished: FAILURE", "Finished: NOT_BUILT", "Finished: ABORTED");

    private final CauseModel model;

    /** With this model. */
    public CauseRanker(CauseModel model) {
        this.model = Objects.requireNonNull(model, "model");
    }

    /** The causes in a log; none when it looks like that of a good build. */
    public Causes rank(LogEvidence log) {
        return rank(log, Feedback.none());
    }

    /** The same with what people of the job said about lines. */
    public Causes rank(LogEvidence log, Feedback feedback) {
        Causes causes = rankFailed(log, feedback);
        return causes.certainty() < CERTAIN ? new Causes(List.of(), causes.certainty()) : causes;
    }

    /** The causes in the log of a build that is known to have failed: if there is a line, something is shown. */
    public Causes rankFailed(LogEvidence log) {
        return rankFailed(log, Feedback.none());
    }

    /** The same with what people of the job said about lines. */
    public Causes rankFailed(LogEvidence log, Feedback feedback) {
        Units units = new Units(log);
        if (units.all.isEmpty()) {
            return Causes.NONE;
        }
        FeatureTable table = CauseFeatures.table(units);
        double[] lines = model.lines().probabilities(table);
        double[] headline = model.headline().probabilities(table);
        StockWeights weights = StockWeights.of(units, headline);
        for (int i = 0; i < lines.length; i++) {
            long words = units.all.get(i).traits.wordsHash();
            double known = feedback.applied(headline[i], words);
            if (known > headline[i]) {
                weights.trust(i);
            }
            headline[i] = known;
            lines[i] = feedback.applied(lines[i], words);
            lines[i] = 1 - (1 - lines[i]) * (1 - BORROWED * headline[i]);
        }
        weights.apply(headline, lines);
        Integer[] order = descending(headline);
        boolean[] chosen = choose(units, lines);
        int first = firstWithText(units, order);
        chosen[first] = true;
        double certainty = headline[first];
        if (units.compared) {
            return new Causes(ranges(units, chosen, headline, null), certainty);
        }
        Coverage.add(units, lines, chosen);
        for (int mark : Landmarks.of(units.all)) {
            chosen[mark] = true;
            headline[mark] = Math.max(headline[mark], LANDMARK * certainty);
        }
        for (int i = 0; i < lines.length; i++) {
            headline[i] = Math.max(headline[i], weights.of(i) * BESIDE * lines[i]);
        }
        return new Causes(ranges(units, chosen, headline, new ShownWords(units)), certainty);
    }

    /** The best unit that says something; the best of all where none does. */
    private static int firstWithText(Units units, Integer[] order) {
        for (int i : order) {
            if (!saysNothing(units, i)) {
                return i;
            }
        }
        return order[0];
    }

    /**
     * A blank line, or one that Jenkins writes whatever happened: {@code [Pipeline] error} names a step that begins, {@code Finished: FAILURE} ends
     * every log of a failed build.
     */
    private static boolean saysNothing(Units units, int i) {
        Unit unit = units.all.get(i);
        return unit.has(LineShape.BLANK)
                || unit.has(LineShape.SECTION) && unit.line.text().startsWith("[Pipeline] ")
                || unit.phrase == StockPhrase.INTERRUPTED
                || i == units.all.size() - 1 && unit.last == units.total && ENDS.contains(unit.line.text());
    }

    /** The units that make the expected F-beta of the lines highest. */
    static boolean[] choose(Units units, double[] probabilities) {
        Integer[] order = descending(probabilities);
        double recall = units.compared ? RECALL : ALONE;
        double expected = 0;
        for (int i = 0; i < probabilities.length; i++) {
            expected += probabilities[i] * units.all.get(i).lines();
        }
        double right = 0;
        double shown = 0;
        double best = -1;
        int count = 0;
        for (int i = 0; i < order.length; i++) {
            int lines = units.all.get(order[i]).lines();
            right += probabilities[order[i]] * lines;
            shown += lines;
            if (!units.compared && shown > MOST_ALONE && i > 0) {
                break;
            }
            double balance = right / (shown + recall * expected);
            if (balance > best) {
                best = balance;
                count = i + 1;
            }
        }
        boolean[] chosen = new boolean[probabilities.length];
        for (int i = 0; i < count; i++) {
            chosen[order[i]] = true;
        }
        return chosen;
    }

    /**
     * Ranges begin with the line to read first and go down; what stands above it comes later by itself. A line that looks like others
     * that are shown already comes later too, so that what is read first is not one thing many times. A range neither begins nor ends
     * with a line that says nothing.
     */
    private static List<CauseRange> ranges(Units units, boolean[] chosen, double[] headline, ShownWords words) {
        List<CauseRange> ranges = new ArrayList<>();
        boolean[] used = new boolean[chosen.length];
        Map<Long, Integer> shown = new HashMap<>();
        double any = words == null ? ANY : 1;
        while (ranges.size() < MOST_RANGES) {
            int head = best(units, chosen, used, headline, shown, words);
            if (head < 0) {
                break;
            }
            head = firstLike(units, chosen, used, headline, head, any);
            int end = head;
            long lines = 0;
            while (end < chosen.length
                    && chosen[end]
                    && !used[end]
                    && (end == head || goesOn(units, end, lines, words))) {
                used[end] = true;
                shown.merge(kind(units.all.get(end)), 1, Integer::sum);
                if (words != null) {
                    words.show(end);
                }
                lines += units.all.get(end).lines();
                end++;
            }
            while (saysNothing(units, end - 1) && end - 1 > head) {
                end--;
            }
            ranges.add(range(units, head, end, headline[head]));
        }
        return ranges;
    }

    /** The unit that is worth most now; -1 when all were used. */
    private static int best(
            Units units,
            boolean[] chosen,
            boolean[] used,
            double[] headline,
            Map<Long, Integer> shown,
            ShownWords words) {
        int head = -1;
        double best = -1;
        for (int i = 0; i < chosen.length; i++) {
            // What a line is worth never exceeds its headline, so most need no closer look.
            if (chosen[i] && !used[i] && headline[i] > best && !saysNothing(units, i)) {
                double value = headline[i] * Math.pow(SAME, shown.getOrDefault(kind(units.all.get(i)), 0));
                if (words != null && value > best) {
                    value *= Coverage.worth(words.fresh(i));
                }
                if (value > best) {
                    best = value;
                    head = i;
                }
            }
        }
        return head;
    }

    private static boolean goesOn(Units units, int end, long lines, ShownWords words) {
        return lines < LONG && follows(units, end) && (words == null || lines < TOGETHER || words.fresh(end) >= FRESH);
    }

    /** The first line of the same kind that is about as good: what came first is nearer to the cause. */
    private static int firstLike(
            Units units, boolean[] chosen, boolean[] used, double[] headline, int head, double any) {
        if (units.all.get(head).phrase == StockPhrase.REASON) {
            return head;
        }
        long kind = kind(units.all.get(head));
        for (int i = 0; i < head; i++) {
            double share = kind(units.all.get(i)) == kind ? NEARLY : any;
            if (chosen[i] && !used[i] && headline[i] >= share * headline[head] && !saysNothing(units, i)) {
                return i;
            }
        }
        return head;
    }

    private static long kind(Unit unit) {
        return unit.traits.groups() * 31 + unit.traits.shapes();
    }

    private static boolean follows(Units units, int i) {
        return units.all.get(i).first == units.all.get(i - 1).last + 1;
    }

    private static CauseRange range(Units units, int begin, int end, double score) {
        List<String> text = new ArrayList<>();
        for (int i = begin; i < end && text.size() < MOST_TEXT; i++) {
            text.add(units.all.get(i).line.text());
        }
        Unit first = units.all.get(begin);
        return new CauseRange(
                first.first,
                units.all.get(end - 1).last,
                first.line.newlineNumber(),
                Math.min(1, Math.max(0, score)),
                CauseReason.of(units.all.subList(begin, end), units.compared),
                text);
    }

    private static Integer[] descending(double[] values) {
        Integer[] order = new Integer[values.length];
        Arrays.setAll(order, i -> i);
        Arrays.sort(order, Comparator.comparingDouble((Integer i) -> -values[i]));
        return order;
    }
}
