package io.jenkins.plugins.mlci.testselector.selection;

import io.jenkins.plugins.mlci.shared.history.TestId;
import io.jenkins.plugins.mlci.testselector.feature.SelectionFeature;
import io.jenkins.plugins.mlci.testselector.feature.SelectionTable;
import io.jenkins.plugins.mlci.testselector.policy.Rules;
import io.jenkins.plugins.mlci.testselector.policy.Wildcard;

/** The tests that are never left out. */
final class AlwaysRun {
    private final Rules rules;
    private final ChangedTestFiles changed;

    AlwaysRun(Rules rules, ChangedTestFiles changed) {
        this.rules = rules;
        this.changed = changed;
    }

    /** Why this test always runs, or the empty string. */
    String reason(SelectionTable table, int row, TestId test) {
        if (table.get(SelectionFeature.NEVER_RAN, row) == 1) {
            return "new: it has never run in this job";
        }
        if (table.get(SelectionFeature.FAILING, row) == 1) {
            return "it failed when it last ran";
        }
        if (table.get(SelectionFeature.OWN_FILE, row) == 1 || changed.holds(test)) {
            return "its own file is changed";
        }
        String full = test.className() + "#" + test.method();
        for (String pattern : rules.mustRun()) {
            if (Wildcard.matches(pattern, test.className()) || Wildcard.matches(pattern, full)) {
                return "it must always run (" + pattern + ")";
            }
        }
        return "";
    }
}
