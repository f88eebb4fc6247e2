package io.jenkins.plugins.mlci.testselector.selection;

import io.jenkins.plugins.mlci.shared.history.ChangeKind;
import io.jenkins.plugins.mlci.shared.history.ChangeSet;
import io.jenkins.plugins.mlci.shared.history.ChangedFile;
import io.jenkins.plugins.mlci.shared.history.TestId;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Recognises a changed test by its path where runners name tests by file (pytest, Jest, RSpec, Playwright) or by package (Go).
 * The features compare names only, which is right for ranking and not enough for a rule that must never miss.
 */
final class ChangedTestFiles {
    private static final String GO_TEST = "_test.go";

    private final Set<String> files = new HashSet<>();
    private final Set<String> goFolders = new HashSet<>();

    ChangedTestFiles(List<ChangeSet> changes) {
        for (ChangeSet change : changes) {
            for (ChangedFile file : change.files()) {
                if (file.kind() != ChangeKind.DELETED) {
                    add(file.path());
                }
            }
        }
    }

    private void add(String path) {
        addSuffixes(path, files);
        int slash = path.lastIndexOf('/');
        if (path.endsWith(GO_TEST) && slash > 0) {
            addSuffixes(path.substring(0, slash), goFolders);
        }
    }

    /** A runner is often started in a folder of the repository, so the ends of a path count as well. */
    private static void addSuffixes(String path, Set<String> into) {
        into.add(path);
        for (int slash = path.indexOf('/'); slash >= 0; slash = path.indexOf('/', slash + 1)) {
            into.add(path.substring(slash + 1));
        }
    }

    /** Whether the file that holds this test is changed. */
    boolean holds(TestId test) {
        int inside = test.className().indexOf("::");
        String name = inside < 0 ? test.className() : test.className().substring(0, inside);
        if (name.startsWith("./")) {
            name = name.substring(2);
        }
        if (files.contains(name)) {
            return true;
        }
        // A Go package is known by its import path, of which the repository holds the end.
        for (int start = 0; start >= 0 && !goFolders.isEmpty(); start = next(name, start)) {
            if (goFolders.contains(name.substring(start))) {
                return true;
            }
        }
        return false;
    }

    private static int next(String name, int start) {
        int slash = name.indexOf('/', start);
        return slash < 0 ? -1 : slash + 1;
    }
}
