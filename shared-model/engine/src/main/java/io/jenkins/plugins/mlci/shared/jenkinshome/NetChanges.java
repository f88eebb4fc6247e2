package io.jenkins.plugins.mlci.shared.jenkinshome;

import io.jenkins.plugins.mlci.shared.history.ChangeKind;
import io.jenkins.plugins.mlci.shared.history.ChangedFile;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What several commits change together: a file that is added and then modified is added, one that is added and deleted
 * again is not there, one that is renamed twice has its first name as the old one.
 */
final class NetChanges {
    /** Files that are there now and were touched, each with its path before all commits; empty for a new file. */
    private final Map<String, String> origins = new TreeMap<>();
    /** Paths that were there before all commits and were touched. */
    private final Set<String> before = new TreeSet<>();

    /** Applies the next younger commit. */
    void apply(List<ChangedFile> commit) {
        // Within a commit a rename frees the old path before another file takes it.
        commit.stream()
                .sorted(Comparator.comparing(file -> file.kind() != ChangeKind.RENAMED))
                .forEach(this::apply);
    }

    /** The net changes in path order; numbers of lines are unknown. */
    List<ChangedFile> toList() {
        List<ChangedFile> files = new ArrayList<>();
        Set<String> gone = new TreeSet<>(before);
        gone.removeAll(origins.keySet());
        origins.forEach((path, origin) -> {
            if (before.contains(path)) {
                files.add(file(ChangeKind.MODIFIED, path, ""));
            } else if (gone.remove(origin)) {
                files.add(file(ChangeKind.RENAMED, path, origin));
            } else {
                files.add(file(ChangeKind.ADDED, path, ""));
            }
        });
        gone.forEach(path -> files.add(file(ChangeKind.DELETED, path, "")));
        files.sort(Comparator.comparing(ChangedFile::path));
        return files;
    }

    private void apply(ChangedFile file) {
        String path = file.path();
        switch (file.kind()) {
            case ADDED -> origins.putIfAbsent(path, "");
            case MODIFIED, SUBMODULE -> touch(path);
            case DELETED -> {
                touch(path);
                origins.remove(path);
            }
            case RENAMED -> {
                touch(file.oldPath());
                origins.put(path, origins.remove(file.oldPath()));
            }
        }
    }

    /** A file that is changed and was not touched yet must have been there before. */
    private void touch(String path) {
        if (origins.putIfAbsent(path, path) == null) {
            before.add(path);
        }
    }

    private static ChangedFile file(ChangeKind kind, String path, String oldPath) {
        return new ChangedFile(kind, path, oldPath, -1, -1);
    }
}
