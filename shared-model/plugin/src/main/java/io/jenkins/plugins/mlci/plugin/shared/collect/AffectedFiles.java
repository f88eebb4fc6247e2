package io.jenkins.plugins.mlci.plugin.shared.collect;

import hudson.scm.ChangeLogSet;
import hudson.scm.EditType;
import io.jenkins.plugins.mlci.shared.history.ChangeKind;
import io.jenkins.plugins.mlci.shared.history.ChangedFile;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** The files of one entry of a change log; how many lines changed is unknown. */
final class AffectedFiles {
    private AffectedFiles() {}

    static List<ChangedFile> of(ChangeLogSet.Entry entry) {
        List<ChangedFile> files = new ArrayList<>();
        try {
            for (ChangeLogSet.AffectedFile file : entry.getAffectedFiles()) {
                add(file.getPath(), kind(file.getEditType()), files);
            }
        } catch (UnsupportedOperationException e) {
            Collection<String> paths = entry.getAffectedPaths();
            if (paths != null) {
                paths.forEach(path -> add(path, ChangeKind.MODIFIED, files));
            }
        }
        return files;
    }

    private static void add(String path, ChangeKind kind, List<ChangedFile> files) {
        if (path != null && !path.isBlank()) {
            files.add(new ChangedFile(kind, path.startsWith("/") ? path.substring(1) : path, "", -1, -1));
        }
    }

    private static ChangeKind kind(EditType type) {
        if (EditType.ADD.equals(type)) {
            return ChangeKind.ADDED;
        }
        return EditType.DELETE.equals(type) ? ChangeKind.DELETED : ChangeKind.MODIFIED;
    }
}
