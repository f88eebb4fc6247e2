package io.jenkins.plugins.mlci.testselector.rank;

import io.jenkins.plugins.mlci.testselector.feature.SelectionTable;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/** What one subject's failing builds teach a prior model: a sample of rows for each thing that can be known of a test. */
public final class PriorRows {
    private static final int PASSED_A_BUILD = 150;
    private static final int FAILED_A_BUILD = 100;
    private static final int MOST_ROWS = 40_000;

    /**
     * One row.
     *
     * @param terms the values of the terms
     * @param label 1 when the test failed
     * @param weight how many tests of this build it stands for; failures of one build together count as the root of their number
     */
    record Row(double[] terms, double label, double weight) {}

    private final List<List<Row>> rows = new ArrayList<>();
    private final SplittableRandom random;

    /** No rows yet. */
    public PriorRows(long seed) {
        random = new SplittableRandom(seed);
        for (int i = 0; i < Knowledge.values().length; i++) {
            rows.add(new ArrayList<>());
        }
    }

    /**
     * Takes in a build; one without failures teaches nothing.
     *
     * @param anyHistory whether any build before is known
     */
    public void add(SelectionTable table, boolean[] failed, boolean anyHistory) {
        int bad = 0;
        for (boolean f : failed) {
            bad += f ? 1 : 0;
        }
        if (bad == 0 || bad == failed.length) {
            return;
        }
        double keepGood = Math.min(1, (double) PASSED_A_BUILD / (failed.length - bad));
        double keepBad = Math.min(1, (double) FAILED_A_BUILD / bad);
        for (int row = 0; row < failed.length; row++) {
            if (random.nextDouble() < (failed[row] ? keepBad : keepGood)) {
                List<Row> into = rows.get(Knowledge.of(table, row, anyHistory).ordinal());
                if (into.size() < MOST_ROWS) {
                    double[] terms = new double[PriorModel.TERMS.length];
                    for (PriorTerm term : PriorModel.TERMS) {
                        terms[term.ordinal()] = term.value(table, row);
                    }
                    double weight = failed[row] ? 1 / (keepBad * Math.sqrt(bad)) : 1 / keepGood;
                    into.add(new Row(terms, failed[row] ? 1 : 0, weight));
                }
            }
        }
    }

    List<Row> of(Knowledge knowledge) {
        return rows.get(knowledge.ordinal());
    }

    /** How many rows there are. */
    public int size() {
        return rows.stream().mapToInt(List::size).sum();
    }
}
