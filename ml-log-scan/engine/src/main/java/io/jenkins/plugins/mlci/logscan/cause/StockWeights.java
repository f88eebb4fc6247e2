package io.jenkins.plugins.mlci.logscan.cause;

import java.util.Arrays;

/**
 * What {@linkplain StockPhrase stock phrases} tell beyond their words. The reason for which a server ended the build is the cause. What
 * happened after the build, how a command ended and advice are none where the build complained before; they are read later.
 */
final class StockWeights {
    /** What a line that was printed after the build counts of what its words are worth. */
    private static final double AFTER = 0.1;

    /** The same of how a command ended, and of advice. */
    private static final double LATE = 0.3;

    /** What a reason counts, as a share of the best line. */
    private static final double REASON = 1.05;

    /** From this severity on a line complains. */
    private static final double COMPLAINT = 0.3;

    /** And from this probability to be the line to read first. */
    private static final double WORTH_READING = 0.1;

    /** How a command ended belongs to complaints up to so many lines before. */
    private static final int NEAR = 20;

    /** Maven's sentence about the failure itself ends in a reference to its help. */
    private static final String MAVEN_HELP = "-> [Help ";

    private final Units units;
    private final double[] weights;

    private StockWeights(Units units) {
        this.units = units;
        this.weights = new double[units.all.size()];
        Arrays.fill(weights, 1);
    }

    /**
     * The weights of these units.
     *
     * @param headline how probable it is that a unit is the line to read first, by its words and place
     */
    static StockWeights of(Units units, double[] headline) {
        StockWeights all = new StockWeights(units);
        long complaint = -1;
        for (int i = 0; i < headline.length; i++) {
            Unit unit = units.all.get(i);
            boolean exit = unit.phrase == StockPhrase.EXIT && unit.first - complaint <= NEAR;
            if (complaint >= 0 && unit.after) {
                all.weights[i] = AFTER;
            } else if (complaint >= 0 && exit || advises(unit)) {
                all.weights[i] = LATE;
            }
            boolean complains =
                    unit.traits.severity() >= COMPLAINT || headline[i] >= WORTH_READING || pointsToHelp(unit);
            if (complains && !unit.after && unit.phrase == StockPhrase.NONE) {
                complaint = unit.last;
            }
        }
        return all;
    }

    /** The weight of a unit, in (0, 1]. */
    double of(int unit) {
        return weights[unit];
    }

    /** Somebody said that this unit is a cause, who knows better. */
    void trust(int unit) {
        weights[unit] = 1;
    }

    /** Weighs the probabilities to be the line to read first and to be of the cause. */
    void apply(double[] headline, double[] lines) {
        double best = Arrays.stream(headline).max().orElse(0);
        for (int i = 0; i < weights.length; i++) {
            Unit unit = units.all.get(i);
            if (unit.phrase == StockPhrase.REASON && !unit.after) {
                headline[i] = Math.min(1, REASON * best);
                lines[i] = Math.max(lines[i], headline[i]);
            } else {
                headline[i] *= weights[i];
                lines[i] *= unit.after ? weights[i] : 1;
            }
        }
    }

    /** A line that tells what to do, or is only a level of the log. */
    private static boolean advises(Unit unit) {
        return unit.has(LineShape.ADVICE) && !pointsToHelp(unit)
                || unit.has(LineShape.LEVEL_ERROR) && unit.traits.words() <= 1;
    }

    private static boolean pointsToHelp(Unit unit) {
        return unit.has(LineShape.ADVICE) && unit.line.text().contains(MAVEN_HELP);
    }
}
