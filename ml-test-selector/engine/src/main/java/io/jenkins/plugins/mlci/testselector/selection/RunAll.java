package io.jenkins.plugins.mlci.testselector.selection;

import io.jenkins.plugins.mlci.shared.history.ChangeKind;
import io.jenkins.plugins.mlci.shared.history.ChangeSet;
import io.jenkins.plugins.mlci.shared.history.ChangedFile;
import io.jenkins.plugins.mlci.testselector.change.FileKind;
import io.jenkins.plugins.mlci.testselector.feature.TestHistory;
import io.jenkins.plugins.mlci.testselector.policy.Rules;
import io.jenkins.plugins.mlci.testselector.policy.Wildcard;
import java.util.List;

/** When all tests run whatever the model says. */
final class RunAll {
    private RunAll() {}

    /** Why all tests run, as a sentence without its full stop, or the empty string when the policy may choose. */
    static String reason(TestHistory history, List<ChangeSet> changes, Rules rules) {
        if (history.builds() < rules.leastBuilds()) {
            return "the model of this job is still collecting (" + history.builds() + " of " + rules.leastBuilds()
                    + " builds)";
        }
        if (changes.isEmpty() || changes.contains(ChangeSet.EMPTY)) {
            return "it is not known what changed";
        }
        if (rules.fullEvery() > 0 && history.builds() % rules.fullEvery() == 0) {
            return "every " + rules.fullEvery() + " builds all tests run";
        }
        for (ChangeSet change : changes) {
            for (ChangedFile file : change.files()) {
                String reason = because(history, file, rules);
                if (!reason.isEmpty()) {
                    return reason;
                }
            }
        }
        return "";
    }

    private static String because(TestHistory history, ChangedFile file, Rules rules) {
        String reason = because(file.path(), rules);
        if (reason.isEmpty() && !file.oldPath().isEmpty()) {
            reason = because(file.oldPath(), rules);
        }
        if (!reason.isEmpty()) {
            return reason;
        }
        if (file.kind() == ChangeKind.SUBMODULE) {
            return file.path() + " changed, a submodule";
        }
        boolean untraced =
                file.kind() == ChangeKind.DELETED && isUsedByTests(file.path()) && !history.traces(file.path());
        return untraced ? file.path() + " was deleted, and nothing says which tests used it" : "";
    }

    /** Whether a test may need the file: nobody reads documentation, and of a deleted test no other test knows. */
    private static boolean isUsedByTests(String path) {
        FileKind kind = FileKind.classify(path);
        return kind != FileKind.DOCUMENTATION && kind != FileKind.TEST_SOURCE;
    }

    private static String because(String path, Rules rules) {
        String kind =
                switch (FileKind.classify(path)) {
                    case BUILD -> "a build file";
                    case LOCK -> "a lock file";
                    case CI -> "a file of the CI";
                    default -> "";
                };
        if (!kind.isEmpty()) {
            return path + " changed, " + kind;
        }
        for (String pattern : rules.runAllOn()) {
            if (Wildcard.matches(pattern, path)) {
                return path + " changed (" + pattern + ")";
            }
        }
        return "";
    }
}
