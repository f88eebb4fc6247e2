package io.jenkins.plugins.mlci.plugin.testselector.report;

import io.jenkins.plugins.mlci.shared.history.TestId;
import io.jenkins.plugins.mlci.testselector.feature.SelectionFeature;
import io.jenkins.plugins.mlci.testselector.feature.SelectionTable;
import io.jenkins.plugins.mlci.testselector.rank.PriorModel;
import io.jenkins.plugins.mlci.testselector.selection.TestDecision;
import io.jenkins.plugins.mlci.testselector.selection.TestSelection;
import io.jenkins.plugins.mlci.testselector.selection.TestSelector;
import io.jenkins.plugins.mlci.testselector.service.SelectionResult;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Puts the engine's answer into rows, each with the parts that its score falls into. */
public final class Explanation {
    /** A very unlikely test far down the list needs no bars, and a file of a build should stay small. */
    private static final int MOST_EXPLAINED = 20_000;

    private static final int MOST_PARTS = 8;
    private static final double WORTH_A_BAR = 0.05;

    private Explanation() {}

    /** The rows of a selection, the most likely failure first. */
    public static List<TestRow> rows(SelectionResult result) {
        TestSelection selection = result.selection();
        if (result.selector().isEmpty() || selection.decisions().isEmpty()) {
            return selection.decisions().stream()
                    .map(decision -> TestRow.of(decision, List.of()))
                    .toList();
        }
        TestSelector selector = result.selector().get();
        List<TestId> tests = result.tests().stream().distinct().toList();
        SelectionTable table = selector.table(result.changes(), tests);
        Map<TestId, Integer> positions = new HashMap<>();
        for (int row = 0; row < tests.size(); row++) {
            positions.put(tests.get(row), row);
        }
        double prior = 1 - selector.ranker().share();
        boolean anyHistory = selector.history().builds() > 0;
        List<TestRow> rows = new ArrayList<>();
        for (TestDecision decision : selection.decisions()) {
            Integer row = positions.get(decision.test());
            boolean explained = row != null && rows.size() < MOST_EXPLAINED;
            rows.add(TestRow.of(
                    decision, explained ? parts(table, row, anyHistory, prior, decision.probability()) : List.of()));
        }
        return rows;
    }

    /** The parts sum to the log-odds of the probability: what prior knowledge does not say, the job's builds taught. */
    private static List<Contribution> parts(
            SelectionTable table, int row, boolean anyHistory, double prior, double probability) {
        double score = Math.log(probability / (1 - probability));
        if (!Double.isFinite(score)) {
            return List.of();
        }
        double bias = prior * PriorModel.shipped().bias(table, row, anyHistory);
        double rest = score - bias;
        List<Contribution> features = new ArrayList<>();
        for (Map.Entry<SelectionFeature, Double> part :
                PriorModel.shipped().contributions(table, row, anyHistory).entrySet()) {
            double logOdds = prior * part.getValue();
            rest -= logOdds;
            features.add(new Contribution(part.getKey().key(), table.get(part.getKey(), row), logOdds));
        }
        features.sort(Comparator.comparingDouble(part -> -Math.abs(part.logOdds())));
        List<Contribution> parts = new ArrayList<>();
        parts.add(new Contribution(Contribution.START, Double.NaN, bias));
        double others = 0;
        for (Contribution feature : features) {
            if (parts.size() <= MOST_PARTS && Math.abs(feature.logOdds()) >= WORTH_A_BAR) {
                parts.add(feature);
            } else {
                others += feature.logOdds();
            }
        }
        if (Math.abs(others) >= WORTH_A_BAR / 10) {
            parts.add(new Contribution(Contribution.OTHERS, Double.NaN, others));
        }
        parts.add(new Contribution(Contribution.LEARNED, Double.NaN, rest));
        return parts;
    }

    /** A part in words. */
    public static String meaning(String name) {
        return switch (name) {
            case Contribution.START -> "where every such test starts";
            case Contribution.LEARNED -> "what the builds of this job taught beyond prior knowledge";
            case Contribution.OTHERS -> "weaker evidence together";
            default -> feature(name);
        };
    }

    private static String feature(String name) {
        for (SelectionFeature feature : SelectionFeature.values()) {
            if (feature.key().equals(name)) {
                return feature.meaning();
            }
        }
        return name;
    }
}
