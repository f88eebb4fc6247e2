package io.jenkins.plugins.mlci.testselector.change;

import io.jenkins.plugins.mlci.shared.history.ChangeSet;
import io.jenkins.plugins.mlci.shared.history.ChangedFile;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.function.UnaryOperator;
import org.eclipse.jgit.errors.MissingObjectException;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.revwalk.RevCommit;
import org.eclipse.jgit.revwalk.RevWalk;

/**
 * Reads a change from a Git repository with JGit: no {@code git} on the machine is needed, nothing is written, and
 * nobody's configuration is read but the repository's own.
 *
 * @param limits what reading may cost
 * @param pseudonym turns an author's e-mail address, in lower case, into a pseudonym; addresses never leave the reader
 * @param uncommitted whether changes in the work tree that are not committed count too; the target is then HEAD
 */
public record ChangeReader(ChangeLimits limits, UnaryOperator<String> pseudonym, boolean uncommitted) {
    /** The commit that is checked out. */
    public static final String HEAD = "HEAD";

    public ChangeReader {
        Objects.requireNonNull(limits, "limits");
        Objects.requireNonNull(pseudonym, "pseudonym");
    }

    /**
     * Reads the change from a reference to a target.
     *
     * @param directory a work tree, also a linked one, a {@code .git} folder or file, or a bare repository; folders
     *     above are not searched
     * @param target the commit that is built, in any way that Git understands, for example {@link #HEAD}
     * @param reference what it is compared with
     * @return the change, or unknown where the repository or its history does not tell; never an exception because of what
     *     is in the repository
     */
    public Change read(Path directory, String target, Reference reference) {
        Objects.requireNonNull(target, "target");
        Objects.requireNonNull(reference, "reference");
        try (Repository repository = RepositoryOpener.open(directory)) {
            return read(repository, target, reference);
        } catch (UnknownChangeException unknown) {
            return new Change.Unknown(unknown.getMessage());
        } catch (MissingObjectException missing) {
            return new Change.Unknown("The repository lacks the object "
                    + missing.getObjectId().name()
                    + ", perhaps because it was cloned only in part, so the change is not known.");
        } catch (IOException | RuntimeException broken) {
            // JGit throws unchecked exceptions for some damaged repositories; none of them may stop a build.
            return new Change.Unknown(
                    "The change could not be read from the repository: " + Sentences.reason(broken) + ".");
        }
    }

    private Change read(Repository repository, String target, Reference reference)
            throws IOException, UnknownChangeException {
        try (RevWalk walk = new RevWalk(repository)) {
            Revisions revisions = new Revisions(repository, walk);
            RevCommit to = revisions.target(target);
            RevCommit from = revisions.reference(reference, to);
            if (uncommitted) {
                revisions.requireCheckedOut(to);
            }
            TreeDiff.Result diff = new TreeDiff(repository, limits).between(from, to, uncommitted);
            for (ChangedFile file : diff.files()) {
                Paths.requirePlain(file.path());
                if (!file.oldPath().isEmpty()) {
                    Paths.requirePlain(file.oldPath());
                }
            }
            CommitLog.Result log = new CommitLog(limits, pseudonym).between(repository, from, to);
            List<String> authors = log.authors();
            ChangeSet changes = new ChangeSet(from.name(), to.name(), diff.files(), authors, log.commits());
            return new Change.Known(changes, diff.truncated(), log.messages());
        }
    }
}
