package io.jenkins.plugins.mlci.testselector.change;

import java.io.IOException;
import java.util.List;
import org.eclipse.jgit.errors.IncorrectObjectTypeException;
import org.eclipse.jgit.errors.MissingObjectException;
import org.eclipse.jgit.errors.RevisionSyntaxException;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.Ref;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.revwalk.RevCommit;
import org.eclipse.jgit.revwalk.RevWalk;
import org.eclipse.jgit.revwalk.filter.RevFilter;

/** Finds the commits that a change lies between. */
final class Revisions {
    private static final String SHALLOW_ADVICE =
            " The clone is shallow: fetch more of the history, for example with git fetch --unshallow.";

    private final Repository repository;
    private final RevWalk walk;

    Revisions(Repository repository, RevWalk walk) {
        this.repository = repository;
        this.walk = walk;
    }

    /** The commit that is built. */
    RevCommit target(String revision) throws IOException, UnknownChangeException {
        if (revision.equals(Constants.HEAD)) {
            Ref head = repository.exactRef(Constants.HEAD);
            if (head == null || head.getObjectId() == null) {
                throw new UnknownChangeException("The repository has no commit yet, so there is no change to read.");
            }
        }
        return commit(revision);
    }

    /** The commit that the target is compared with. */
    RevCommit reference(Reference reference, RevCommit target) throws IOException, UnknownChangeException {
        if (reference instanceof Reference.Commit commit) {
            return commit(commit.revision());
        }
        if (reference instanceof Reference.MergeBase base) {
            return mergeBase(branch(base.branch()), target, base.branch());
        }
        if (target.getParentCount() == 0) {
            throw new UnknownChangeException(
                    "The commit " + target.name() + " has no parent to compare with." + shallowAdvice());
        }
        return walk.parseCommit(target.getParent(0));
    }

    /** Refuses to compare the work tree with a commit that is not checked out in it. */
    void requireCheckedOut(RevCommit target) throws IOException, UnknownChangeException {
        if (repository.isBare()) {
            throw new UnknownChangeException("The repository is bare: it has no work tree with uncommitted changes.");
        }
        if (!target.getId().equals(repository.resolve(Constants.HEAD))) {
            throw new UnknownChangeException(
                    "Uncommitted changes belong to HEAD, but the change is to be read up to " + target.name() + ".");
        }
    }

    private RevCommit branch(String name) throws IOException, UnknownChangeException {
        for (String prefix : List.of(Constants.R_REMOTES + Constants.DEFAULT_REMOTE_NAME + "/", Constants.R_HEADS)) {
            Ref ref = repository.exactRef(prefix + name);
            if (ref != null && ref.getObjectId() != null) {
                return walk.parseCommit(ref.getObjectId());
            }
        }
        return commit(name);
    }

    private RevCommit mergeBase(RevCommit branch, RevCommit target, String name)
            throws IOException, UnknownChangeException {
        walk.reset();
        walk.setRevFilter(RevFilter.MERGE_BASE);
        walk.markStart(branch);
        walk.markStart(target);
        RevCommit base = walk.next();
        walk.reset();
        walk.setRevFilter(RevFilter.ALL);
        if (base == null) {
            throw new UnknownChangeException("The commit " + target.name() + " and the branch " + Sentences.quote(name)
                    + " have no common ancestor here." + shallowAdvice());
        }
        return walk.parseCommit(base);
    }

    private RevCommit commit(String revision) throws IOException, UnknownChangeException {
        try {
            ObjectId id = repository.resolve(revision);
            if (id == null) {
                throw missing(revision);
            }
            return walk.parseCommit(id);
        } catch (MissingObjectException notHere) {
            throw missing(revision);
        } catch (IncorrectObjectTypeException other) {
            throw new UnknownChangeException(Sentences.quote(revision) + " is not a commit.");
        } catch (RevisionSyntaxException wrong) {
            throw new UnknownChangeException(Sentences.quote(revision) + " is not a revision that Git understands.");
        }
    }

    private UnknownChangeException missing(String revision) throws IOException {
        return new UnknownChangeException(
                "The commit " + Sentences.quote(revision) + " is not in the repository." + shallowAdvice());
    }

    private String shallowAdvice() throws IOException {
        boolean shallow = !repository.getObjectDatabase().getShallowCommits().isEmpty();
        return shallow ? SHALLOW_ADVICE : "";
    }
}
