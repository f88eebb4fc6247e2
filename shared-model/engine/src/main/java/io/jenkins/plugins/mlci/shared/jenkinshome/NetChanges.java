package io.jenkins.plugins.mlci.shared.jenkinshome;

import io.jenkins.plugins.mlci.shared.history.ChangeKind;
import io.jenkins.plugins.mlci.shared.history.ChangedFile;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What several commits change together: a file that is added and then modified is added, one that is added and deleted
 * again is not there, one that is renamed twice has its first name as the old one.
 */
final class NetChanges {
    /** By the path that a file has now, or had when it was deleted. */
    private final Map<String, ChangedFile> files = new TreeMap<>();

    /** Applies the next younger commit. */
    void apply(List<ChangedFile> commit) {
        // A rename frees the old path before another file may take it.
        commit.stream()
                .sorted(Comparator.comparing(file -> file.kind() != ChangeKind.RENAMED))
                .forEach(this::apply);
    }

    /** The net changes in path order; numbers of lines are unknown. */
    List<ChangedFile> toList() {
        return new ArrayList<>(files.values());
    }

    private void apply(ChangedFile file) {
        if (file.kind() == ChangeKind.RENAMED) {
            rename(file);
            return;
        }
        ChangedFile before = files.remove(file.path());
        ChangeKind earlier = before == null ? null : before.kind();
        String oldPath = before == null ? "" : before.oldPath();
        switch (file.kind()) {
            case ADDED -> put(earlier == ChangeKind.DELETED ? ChangeKind.MODIFIED : ChangeKind.ADDED, file.path(), "");
            case DELETED -> {
                if (earlier == ChangeKind.RENAMED) {
                    put(ChangeKind.DELETED, oldPath, "");
                } else if (earlier != ChangeKind.ADDED) {
                    put(ChangeKind.DELETED, file.path(), "");
                }
            }
            default -> {
                boolean asBefore = earlier == ChangeKind.ADDED || earlier == ChangeKind.RENAMED;
                put(asBefore ? earlier : ChangeKind.MODIFIED, file.path(), oldPath);
            }
        }
    }

    private void rename(ChangedFile file) {
        ChangedFile before = files.remove(file.oldPath());
        if (before != null && before.kind() == ChangeKind.ADDED) {
            put(ChangeKind.ADDED, file.path(), "");
            return;
        }
        String origin = before != null && before.kind() == ChangeKind.RENAMED ? before.oldPath() : file.oldPath();
        if (origin.equals(file.path())) {
            put(ChangeKind.MODIFIED, file.path(), "");
        } else {
            put(ChangeKind.RENAMED, file.path(), origin);
        }
    }

    private void put(ChangeKind kind, String path, String oldPath) {
        files.put(path, new ChangedFile(kind, path, oldPath, -1, -1));
    }
}
