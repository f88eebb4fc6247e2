package io.jenkins.plugins.mlci.logscan.cause;

import io.jenkins.plugins.mlci.logscan.anomaly.LineEvidence;
import io.jenkins.plugins.mlci.logscan.anomaly.LogEvidence;
import io.jenkins.plugins.mlci.shared.feature.FeatureTable;
import io.jenkins.plugins.mlci.shared.feature.FeatureTableBuilder;
import io.jenkins.plugins.mlci.shared.learn.TrainingSet;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Function;

/** Labelled logs, as rows that a ranker learns from. Each log counts about the same, however long it is. */
public final class CauseExamples {
    /** Of the lines that nobody would take for a cause, about so many are learned from in each log. */
    private static final double DULL = 150;

    private static final double CAUSE_TOTAL = 300;
    private static final double OTHER_TOTAL = 1000;
    private static final double MOST_WEIGHT = 30;
    /** What lines of the cause that are not to be read first count, beside one that is. */
    private static final double BESIDE = 0.5;

    private final Rows lines = new Rows();
    private final Rows headlines = new Rows();
    private final SplittableRandom random;

    /** Nothing yet. */
    public CauseExamples(long seed) {
        random = new SplittableRandom(seed);
    }

    /**
     * Adds a log.
     *
     * @param marks what people say about each line
     * @param lineWeight how much the log counts where lines that belong to the cause are learned; 0 leaves it out
     * @param headlineWeight how much it counts where the line to read first is learned; 0 leaves it out
     */
    public void add(LogEvidence log, Function<LineEvidence, LineMark> marks, double lineWeight, double headlineWeight) {
        Units units = new Units(log);
        FeatureTable table = CauseFeatures.table(units);
        LineMark[] mark = new LineMark[units.all.size()];
        int causes = 0;
        int heads = 0;
        for (int i = 0; i < mark.length; i++) {
            mark[i] = marks.apply(units.all.get(i).line);
            causes += mark[i] == LineMark.CAUSE || mark[i] == LineMark.HEADLINE ? 1 : 0;
            heads += mark[i] == LineMark.HEADLINE ? 1 : 0;
        }
        double share = Math.min(1, DULL / Math.max(1, mark.length));
        for (int i = 0; i < mark.length; i++) {
            if (mark[i] == LineMark.UNCLEAR) {
                continue;
            }
            boolean head = mark[i] == LineMark.HEADLINE;
            boolean cause = head || mark[i] == LineMark.CAUSE;
            double scale = 1;
            if (!cause && isDull(units, i)) {
                if (random.nextDouble() > share) {
                    continue;
                }
                scale = 1 / share;
            }
            double other = Math.min(MOST_WEIGHT, OTHER_TOTAL * scale / mark.length);
            double positive = CAUSE_TOTAL / Math.max(10, causes);
            double[] row = table.row(i);
            lines.add(row, cause, lineWeight * (cause ? positive : other));
            double first = Math.min(MOST_WEIGHT, CAUSE_TOTAL / Math.max(10, heads));
            double second = BESIDE * CAUSE_TOTAL / Math.max(10, causes);
            headlines.add(row, head, headlineWeight * (head ? first : cause ? second : other));
        }
    }

    private static boolean isDull(Units units, int i) {
        Unit unit = units.all.get(i);
        return unit.traits.severity() < 1 && !(units.compared && unit.isNew());
    }

    /** Rows whose label says whether the line belongs to what states the cause. */
    public TrainingSet lines() {
        return lines.set();
    }

    /** Rows whose label says whether the line is one to read first. */
    public TrainingSet headlines() {
        return headlines.set();
    }

    /** Rows that are being collected. */
    private static final class Rows {
        private final FeatureTableBuilder table = new FeatureTableBuilder(CauseFeatures.SCHEMA, 10_000);
        private final List<double[]> labelAndWeight = new ArrayList<>();

        void add(double[] row, boolean positive, double weight) {
            if (weight > 0) {
                table.add(row);
                labelAndWeight.add(new double[] {positive ? 1 : 0, weight});
            }
        }

        TrainingSet set() {
            double[] labels =
                    labelAndWeight.stream().mapToDouble(pair -> pair[0]).toArray();
            double[] weights =
                    labelAndWeight.stream().mapToDouble(pair -> pair[1]).toArray();
            return new TrainingSet(table.build(), labels, weights, null);
        }
    }
}
