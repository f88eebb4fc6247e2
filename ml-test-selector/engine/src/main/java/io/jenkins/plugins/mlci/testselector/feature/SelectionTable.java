package io.jenkins.plugins.mlci.testselector.feature;

import static io.jenkins.plugins.mlci.testselector.feature.SelectionFeature.*;

import io.jenkins.plugins.mlci.shared.feature.FeatureTable;
import io.jenkins.plugins.mlci.shared.history.ChangeSet;
import io.jenkins.plugins.mlci.shared.history.TestId;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;

/** The feature rows of the tests of one change: one row a test, one column a {@link SelectionFeature}. */
public final class SelectionTable {
    private static final SelectionFeature[] OF_THE_CHANGE = {
        OWN_FILE,
        OWN_CHURN,
        SAME_SUBJECT,
        NAME,
        NAME_RANK,
        NAME_CONTAINED,
        FOLDER,
        TEXT,
        TEXT_RANK,
        NEIGHBOUR,
        SAME_FOLDER,
        NEARNESS,
        METHOD,
        FILE_ONSETS,
        FOLDER_ONSETS,
        CO_CHANGE,
        FILES,
        CHURN,
        TESTS_CHANGED
    };

    private final double[][] columns = new double[SelectionFeature.values().length][];
    private final int[] tests;
    private final double expectedSeconds;

    private SelectionTable(int[] tests, double expectedSeconds) {
        this.tests = tests;
        this.expectedSeconds = expectedSeconds;
        for (int f = 0; f < columns.length; f++) {
            columns[f] = new double[tests.length];
        }
    }

    /**
     * Computes the rows from what was known before the change is tested.
     *
     * @param history all builds before this one, nothing of this one
     * @param changes what changed; empty when unknown
     * @param tests the tests that exist, in any order
     */
    public static SelectionTable of(TestHistory history, List<ChangeSet> changes, List<TestId> tests) {
        int[] numbers = history.numbers(tests);
        SelectionTable table = new SelectionTable(numbers, medianSeconds(history, numbers));
        table.fillHistory(history, history.reference(changes));
        if (changes.isEmpty()) {
            for (SelectionFeature feature : OF_THE_CHANGE) {
                Arrays.fill(table.column(feature), Double.NaN);
            }
        } else {
            table.fillChange(ChangeEvidence.of(history, changes));
        }
        return table;
    }

    /** Whether a feature says something of the change, not only of the history. */
    public static boolean isOfTheChange(SelectionFeature feature) {
        return Arrays.asList(OF_THE_CHANGE).contains(feature);
    }

    /** The number of tests. */
    public int rows() {
        return tests.length;
    }

    /** The values of one feature, in the order of the tests; to be read only. */
    public double[] column(SelectionFeature feature) {
        return columns[feature.ordinal()];
    }

    /** One value. */
    public double get(SelectionFeature feature, int row) {
        return columns[feature.ordinal()][row];
    }

    /** How long a test takes in seconds; the median of all for a test that never ran, at least a millisecond. */
    public double seconds(int row) {
        double known = get(SECONDS, row);
        return Math.max(0.001, Double.isNaN(known) ? expectedSeconds : known);
    }

    /** The median of the known durations in seconds, 0.01 when none is known. */
    public double medianSeconds() {
        return expectedSeconds;
    }

    /** The same numbers as a table for learners and models. */
    public FeatureTable toFeatureTable() {
        return FeatureTable.of(SCHEMA, columns);
    }

    private static double medianSeconds(TestHistory history, int[] tests) {
        double[] known = Arrays.stream(tests)
                .mapToDouble(test -> history.states.get(test).seconds)
                .filter(seconds -> !Double.isNaN(seconds))
                .sorted()
                .toArray();
        return known.length == 0 ? 0.01 : known[known.length / 2];
    }

    private void fillHistory(TestHistory history, BitSet[] reference) {
        int now = history.builds;
        double mean = Arrays.stream(tests)
                .mapToDouble(test -> history.states.get(test).seconds)
                .filter(seconds -> !Double.isNaN(seconds))
                .average()
                .orElse(0);
        for (int row = 0; row < tests.length; row++) {
            int test = tests[row];
            TestState state = history.states.get(test);
            boolean ran = state.runs > 0;
            set(FAILING, row, state.failing ? 1 : 0);
            boolean inReference = reference != null && reference[0].get(test);
            set(FAILING_AT_REFERENCE, row, inReference ? (reference[1].get(test) ? 1 : 0) : Double.NaN);
            set(NEVER_RAN, row, ran ? 0 : 1);
            set(STREAK, row, ran ? Math.log1p(state.streak) : Double.NaN);
            set(SINCE_FAILURE, row, since(now, state.lastFailure));
            set(SINCE_ONSET, row, since(now, state.lastOnset));
            set(SINCE_FLIP, row, since(now, state.lastFlip));
            set(FAILURE_RATE, row, state.failures / (state.runs + 1.0));
            set(ONSET_RATE, row, state.onsets / (state.runs + 1.0));
            set(DECAYED_FAILURES, row, state.decayedFailures);
            set(FLIPS, row, state.flips);
            set(RUNS, row, Math.log1p(state.runs));
            set(AGE, row, ran ? Math.log1p(now - state.firstBuild) : 0);
            set(SECONDS, row, state.seconds);
            set(SLOWNESS, row, Math.log((state.seconds + 0.001) / (mean + 0.001)));
            set(SINCE_CHANGED, row, since(now, state.lastChanged));
            set(SKIPPED_BUILDS, row, ran ? Math.log1p(now - 1 - state.lastBuild) : Double.NaN);
            set(LAST_FAILURES, row, (double) history.lastBuildFailures / Math.max(1, history.lastBuildTests));
            set(LAST_ONSETS, row, Math.log1p(history.lastBuildOnsets));
            set(BUILD_ONSETS, row, (history.onsetBuilds + 1.0) / (now + 10.0));
        }
    }

    private void fillChange(ChangeEvidence change) {
        ChangeMatch match = change.match();
        double bestText = 0;
        double bestName = 0;
        int changed = 0;
        for (int test : tests) {
            bestText = Math.max(bestText, match.text[test]);
            bestName = Math.max(bestName, match.name[test]);
            changed += match.ownFile[test] > 0 ? 1 : 0;
        }
        for (int row = 0; row < tests.length; row++) {
            int test = tests[row];
            set(OWN_FILE, row, match.ownFile[test]);
            set(OWN_CHURN, row, Math.log1p(match.ownChurn[test]));
            set(SAME_SUBJECT, row, match.sameSubject[test]);
            set(NAME, row, match.name[test]);
            set(NAME_RANK, row, bestName == 0 ? 0 : match.name[test] / bestName);
            set(NAME_CONTAINED, row, match.contained[test]);
            set(FOLDER, row, match.folder[test]);
            set(TEXT, row, match.text[test]);
            set(TEXT_RANK, row, bestText == 0 ? 0 : match.text[test] / bestText);
            set(NEIGHBOUR, row, match.neighbour[test]);
            set(SAME_FOLDER, row, match.sameFolder[test]);
            set(NEARNESS, row, match.nearness[test]);
            set(METHOD, row, match.method[test]);
            set(FILE_ONSETS, row, change.fileOnsets()[test]);
            set(FOLDER_ONSETS, row, change.folderOnsets()[test]);
            set(CO_CHANGE, row, change.coChanges()[test]);
            set(FILES, row, Math.log1p(change.files()));
            set(CHURN, row, Math.log1p(change.churn()));
            set(TESTS_CHANGED, row, Math.log1p(changed));
        }
    }

    private void set(SelectionFeature feature, int row, double value) {
        columns[feature.ordinal()][row] = value;
    }

    private static double since(int now, int build) {
        return build < 0 ? Double.NaN : Math.log1p(now - build);
    }
}
