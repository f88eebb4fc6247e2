package io.jenkins.plugins.mlci.testselector.service;

import io.jenkins.plugins.mlci.shared.history.BuildQuery;
import io.jenkins.plugins.mlci.shared.history.BuildRecord;
import io.jenkins.plugins.mlci.shared.history.HistoryStore;
import io.jenkins.plugins.mlci.shared.history.Outcome;
import io.jenkins.plugins.mlci.shared.history.TestId;
import io.jenkins.plugins.mlci.shared.history.TestOutcome;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Puts the selections of a job beside what happened. */
final class ImpactReader {
    private final HistoryStore store;
    private final DecisionLog log;

    ImpactReader(HistoryStore store, DecisionLog log) {
        this.store = store;
        this.log = log;
    }

    Impact read(String job, int newest) {
        Map<Long, SelectionRecord> selections = new HashMap<>();
        // Of several selections of a build the last one that was taken counts.
        log.newest(job, 2 * newest)
                .forEach(selection -> selections.putIfAbsent(selection.build().number(), selection));
        List<SelectionOutcome> outcomes = new ArrayList<>();
        List<Integer> later = new ArrayList<>();
        Set<TestId> failing = new HashSet<>();
        store.builds().read(BuildQuery.of(job).newest(newest)).forEach(build -> {
            if (build.tests().isEmpty()) {
                return;
            }
            foundLater(build, outcomes, later, failing);
            SelectionRecord selection = selections.get(build.build().id().number());
            if (selection != null) {
                outcomes.add(SelectionOutcome.of(selection, build));
                later.add(0);
            }
        });
        return new Impact(outcomes, later);
    }

    /** A test that begins to fail here could have been seen failing in the build before, where that left it out. */
    private static void foundLater(
            BuildRecord build, List<SelectionOutcome> outcomes, List<Integer> later, Set<TestId> failing) {
        int last = outcomes.size() - 1;
        for (TestOutcome outcome : build.tests()) {
            if (outcome.outcome() == Outcome.SKIPPED) {
                continue;
            }
            boolean fails = outcome.outcome().isFailure();
            boolean fresh = fails && failing.add(outcome.test());
            if (!fails) {
                failing.remove(outcome.test());
            }
            if (fresh && last >= 0) {
                SelectionRecord before = outcomes.get(last).selection();
                if (before.leftOut() && before.skippedTests().test(outcome.test())) {
                    later.set(last, later.get(last) + 1);
                }
            }
        }
    }
}
