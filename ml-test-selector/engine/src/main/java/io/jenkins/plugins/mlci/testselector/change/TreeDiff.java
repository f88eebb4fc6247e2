package io.jenkins.plugins.mlci.testselector.change;

import io.jenkins.plugins.mlci.shared.history.ChangeKind;
import io.jenkins.plugins.mlci.shared.history.ChangedFile;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.eclipse.jgit.diff.DiffEntry;
import org.eclipse.jgit.diff.DiffFormatter;
import org.eclipse.jgit.diff.HistogramDiff;
import org.eclipse.jgit.errors.MissingObjectException;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.FileMode;
import org.eclipse.jgit.lib.ObjectReader;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.revwalk.RevCommit;
import org.eclipse.jgit.treewalk.AbstractTreeIterator;
import org.eclipse.jgit.treewalk.CanonicalTreeParser;
import org.eclipse.jgit.treewalk.FileTreeIterator;
import org.eclipse.jgit.treewalk.TreeWalk;
import org.eclipse.jgit.treewalk.filter.PathFilterGroup;
import org.eclipse.jgit.treewalk.filter.TreeFilter;
import org.eclipse.jgit.util.io.NullOutputStream;

/** Compares two trees, or a tree with the work tree. */
final class TreeDiff {
    private static final Comparator<ChangedFile> BY_PATH = Comparator.comparing(ChangedFile::path);

    private final Repository repository;
    private final ChangeLimits limits;

    TreeDiff(Repository repository, ChangeLimits limits) {
        this.repository = repository;
        this.limits = limits;
    }

    /**
     * What differs.
     *
     * @param files in path order
     * @param truncated whether there are more
     */
    record Result(List<ChangedFile> files, boolean truncated) {}

    /**
     * The files that differ.
     *
     * @param from the older commit
     * @param to the newer commit
     * @param workTree whether to compare with the files as they are checked out instead of with {@code to}
     */
    Result between(RevCommit from, RevCommit to, boolean workTree) throws IOException, UnknownChangeException {
        Result first = upToLimit(from, to, workTree);
        if (first.truncated()) {
            return first;
        }
        TreeFilter differing = TreeFilter.ALL;
        if (workTree) {
            Set<String> paths = UncommittedPaths.of(repository);
            first.files().forEach(file -> paths.add(file.path()));
            if (paths.isEmpty()) {
                return first;
            }
            differing = PathFilterGroup.createFromStrings(paths);
        }
        try {
            return complete(from, to, workTree, differing, true);
        } catch (MissingObjectException partialClone) {
            // Renames need the files' contents, which a clone without blobs lacks; the paths are known all the same.
            return complete(from, to, workTree, differing, false);
        }
    }

    /** Counts first: a change of a million files must not be held in memory, let alone searched for renames. */
    private Result upToLimit(RevCommit from, RevCommit to, boolean workTree)
            throws IOException, UnknownChangeException {
        List<ChangedFile> files = new ArrayList<>();
        try (TreeWalk walk = new TreeWalk(repository)) {
            walk.setRecursive(true);
            walk.setFilter(TreeFilter.ANY_DIFF);
            walk.addTree(from.getTree());
            walk.addTree(to.getTree());
            while (walk.next()) {
                if (files.size() == limits.files()) {
                    files.sort(BY_PATH);
                    return new Result(files, true);
                }
                if (workTree && !Arrays.equals(walk.getRawPath(), Constants.encode(walk.getPathString()))) {
                    // Java cannot name such a file on disk, so it would be lost without a word.
                    throw new UnknownChangeException("The name of the file " + Sentences.quote(walk.getPathString())
                            + " is not UTF-8, so it cannot be compared with the work tree.");
                }
                ChangeKind kind = ChangeKind.MODIFIED;
                if (walk.getRawMode(0) == 0) {
                    kind = ChangeKind.ADDED;
                } else if (walk.getRawMode(1) == 0) {
                    kind = ChangeKind.DELETED;
                }
                files.add(new ChangedFile(kind, walk.getPathString(), "", -1, -1));
            }
        }
        return new Result(files, false);
    }

    private Result complete(RevCommit from, RevCommit to, boolean workTree, TreeFilter differing, boolean renames)
            throws IOException {
        try (ObjectReader reader = repository.newObjectReader();
                DiffFormatter formatter = new DiffFormatter(NullOutputStream.INSTANCE)) {
            formatter.setRepository(repository);
            formatter.setPathFilter(differing);
            formatter.setDetectRenames(renames);
            if (renames) {
                formatter.getRenameDetector().setRenameLimit(limits.renames());
                formatter.getRenameDetector().setBigFileThreshold(limits.fileBytes());
            }
            HistogramDiff algorithm = new HistogramDiff();
            // Without a fall-back a region that is too repetitive counts as replaced, in bounded time.
            algorithm.setFallbackAlgorithm(null);
            formatter.setDiffAlgorithm(algorithm);
            formatter.setBinaryFileThreshold(limits.fileBytes());
            AbstractTreeIterator newer = workTree ? new FileTreeIterator(repository) : tree(reader, to);
            List<DiffEntry> entries = formatter.scan(tree(reader, from), newer);
            boolean truncated = entries.size() > limits.files();
            List<ChangedFile> files = new ArrayList<>();
            for (DiffEntry entry : truncated ? entries.subList(0, limits.files()) : entries) {
                files.add(changedFile(formatter, entry));
            }
            files.sort(BY_PATH);
            return new Result(files, truncated);
        }
    }

    private static AbstractTreeIterator tree(ObjectReader reader, RevCommit commit) throws IOException {
        CanonicalTreeParser parser = new CanonicalTreeParser();
        parser.reset(reader, commit.getTree());
        return parser;
    }

    private static ChangedFile changedFile(DiffFormatter formatter, DiffEntry entry) throws IOException {
        if (isSubmodule(entry)) {
            String path =
                    entry.getChangeType() == DiffEntry.ChangeType.DELETE ? entry.getOldPath() : entry.getNewPath();
            return file(ChangeKind.SUBMODULE, path, "", Churn.UNKNOWN);
        }
        Churn churn = Churn.of(formatter, entry);
        return switch (entry.getChangeType()) {
            case ADD, COPY -> file(ChangeKind.ADDED, entry.getNewPath(), "", churn);
            case DELETE -> file(ChangeKind.DELETED, entry.getOldPath(), "", churn);
            case RENAME -> file(ChangeKind.RENAMED, entry.getNewPath(), entry.getOldPath(), churn);
            case MODIFY -> file(ChangeKind.MODIFIED, entry.getNewPath(), "", churn);
        };
    }

    private static ChangedFile file(ChangeKind kind, String path, String oldPath, Churn churn) {
        return new ChangedFile(kind, path, oldPath, churn.added(), churn.deleted());
    }

    private static boolean isSubmodule(DiffEntry entry) {
        return FileMode.GITLINK.equals(entry.getOldMode()) || FileMode.GITLINK.equals(entry.getNewMode());
    }
}
