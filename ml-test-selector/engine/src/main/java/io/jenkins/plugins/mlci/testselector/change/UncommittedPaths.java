package io.jenkins.plugins.mlci.testselector.change;

import java.io.IOException;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.IndexDiff;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.submodule.SubmoduleWalk.IgnoreSubmoduleMode;
import org.eclipse.jgit.treewalk.FileTreeIterator;

/**
 * Finds the files of a work tree that differ from HEAD. The index remembers sizes and times, so that only files that seem
 * to have changed are read, and a work tree of many gigabytes costs no more than a look at its folders.
 */
final class UncommittedPaths {
    private UncommittedPaths() {}

    /** Paths that are staged, changed, deleted, in conflict or new and not ignored. */
    static Set<String> of(Repository repository) throws IOException {
        IndexDiff diff = new IndexDiff(repository, Constants.HEAD, new FileTreeIterator(repository));
        diff.setIgnoreSubmoduleMode(IgnoreSubmoduleMode.DIRTY);
        diff.diff();
        List<Collection<String>> kinds = List.of(
                diff.getAdded(),
                diff.getChanged(),
                diff.getRemoved(),
                diff.getMissing(),
                diff.getModified(),
                diff.getConflicting(),
                diff.getUntracked());
        Set<String> paths = new HashSet<>();
        kinds.forEach(paths::addAll);
        return paths;
    }
}
