package io.jenkins.plugins.mlci.logscan.replay;

import io.jenkins.plugins.mlci.logscan.cause.CauseRange;
import io.jenkins.plugins.mlci.logscan.cause.Causes;
import java.util.ArrayList;
import java.util.List;

/**
 * How good the lines are that were shown for one case.
 *
 * @param precision the share of the lines shown that are labelled as errors
 * @param recall the share of the labelled lines that are shown
 * @param f1 their harmonic mean
 * @param shown how many lines are shown
 * @param firstFive whether one of the first five lines shown is labelled
 * @param firstError whether the first line shown is labelled
 * @param firstRight whether the first line shown is one that must be seen
 * @param threeRight whether one of the first lines of three ranges, or of the first three lines, is
 * @param exact whether each signal is shown and no other line is, logjuicer's own criterion
 * @param signals the share of the signals of which a line is among the first 100 shown; NaN without any
 */
record LineScore(
        double precision,
        double recall,
        double f1,
        int shown,
        boolean firstFive,
        boolean firstError,
        boolean firstRight,
        boolean threeRight,
        boolean exact,
        double signals) {
    private static final int SCREEN = 100;
    private static final int FIVE = 5;
    private static final int THREE = 3;

    /** The score of ranges. */
    static LineScore of(LogCase given, Causes causes) {
        List<Long> lines = new ArrayList<>();
        List<Long> heads = new ArrayList<>();
        for (CauseRange range : causes.ranges()) {
            long shift = given.labels().newlines() ? range.firstNewline() - range.first() : 0;
            heads.add(range.first() + shift);
            for (long line = range.first(); line <= range.last(); line++) {
                lines.add(line + shift);
            }
        }
        return of(given, lines, heads);
    }

    /** The score of lines in the order in which they are shown, counted as the labels count. */
    static LineScore of(LogCase given, List<Long> lines, List<Long> heads) {
        LineLabels labels = given.labels();
        long right = lines.stream().filter(labels::isError).count();
        long wanted = labels.errors().stream()
                .mapToLong(range -> range.last() - range.first() + 1)
                .sum();
        double precision = lines.isEmpty() ? 0 : (double) right / lines.size();
        double recall = wanted == 0 ? 0 : (double) right / wanted;
        double f1 = precision + recall == 0 ? 0 : 2 * precision * recall / (precision + recall);
        List<Long> screen = lines.subList(0, Math.min(SCREEN, lines.size()));
        double seen = labels.signals().stream()
                .mapToInt(signal -> screen.stream().anyMatch(signal::has) ? 1 : 0)
                .average()
                .orElse(Double.NaN);
        return new LineScore(
                precision,
                recall,
                f1,
                lines.size(),
                lines.stream().limit(FIVE).anyMatch(labels::isError),
                !lines.isEmpty() && labels.isError(lines.get(0)),
                !lines.isEmpty() && LineLabels.any(labels.signals(), lines.get(0)),
                heads.stream().limit(THREE).anyMatch(line -> LineLabels.any(labels.signals(), line))
                        || lines.stream().limit(THREE).anyMatch(line -> LineLabels.any(labels.signals(), line)),
                exact(labels, lines),
                seen);
    }

    private static boolean exact(LineLabels labels, List<Long> lines) {
        return !labels.signals().isEmpty()
                && labels.signals().stream().allMatch(signal -> lines.stream().anyMatch(signal::has))
                && lines.stream().allMatch(line -> LineLabels.any(labels.signals(), line));
    }
}
