package io.jenkins.plugins.mlci.plugin.deploygate.service;

import io.jenkins.plugins.mlci.shared.history.ChangeSet;
import io.jenkins.plugins.mlci.shared.history.ChangedFile;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Several changes, one after the other, as one. */
final class MergedChange {
    private MergedChange() {}

    /**
     * One change.
     *
     * @param changes the newest first
     */
    static ChangeSet of(List<ChangeSet> changes) {
        if (changes.isEmpty()) {
            return ChangeSet.EMPTY;
        }
        Map<String, ChangedFile> files = new TreeMap<>();
        Set<String> authors = new LinkedHashSet<>();
        int commits = 0;
        for (ChangeSet change : changes) {
            change.files().forEach(file -> files.merge(file.path(), file, MergedChange::plus));
            authors.addAll(change.authors());
            commits += Math.max(0, change.commits());
        }
        return new ChangeSet(
                changes.get(changes.size() - 1).fromCommit(),
                changes.get(0).toCommit(),
                new ArrayList<>(files.values()),
                new ArrayList<>(authors),
                commits);
    }

    private static ChangedFile plus(ChangedFile newer, ChangedFile older) {
        return new ChangedFile(
                newer.kind(),
                newer.path(),
                older.oldPath().isEmpty() ? newer.oldPath() : older.oldPath(),
                plus(newer.added(), older.added()),
                plus(newer.deleted(), older.deleted()));
    }

    private static int plus(int a, int b) {
        return a < 0 || b < 0 ? Math.max(a, b) : a + b;
    }
}
