package io.jenkins.plugins.mlci.cli;

import io.jenkins.plugins.mlci.testselector.change.Change;
import io.jenkins.plugins.mlci.testselector.change.ChangeLimits;
import io.jenkins.plugins.mlci.testselector.change.ChangeReader;
import io.jenkins.plugins.mlci.testselector.change.Reference;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.UnaryOperator;
import picocli.CommandLine.Option;

/** Which change of which repository, the same way in every command that looks at one. */
public final class ChangeOptions {
    @Option(
            names = "--repo",
            paramLabel = "DIR",
            description = "The Git repository. Default: the one that the current directory is in.")
    private Path repository;

    @Option(
            names = "--commit",
            paramLabel = "REV",
            defaultValue = ChangeReader.HEAD,
            description = "The commit that is built. Default: ${DEFAULT-VALUE}.")
    private String commit = ChangeReader.HEAD;

    @Option(
            names = "--since",
            paramLabel = "REV",
            description =
                    "Compare with this commit. Default: the commit of the job's latest build in the history (for 'mlci gate'"
                            + " of its last good deployment there), else the first parent.")
    private String since = "";

    @Option(
            names = "--target",
            paramLabel = "BRANCH",
            description = "Compare with where the commit left this branch, as for a pull request.")
    private String target = "";

    /**
     * The repository's folder: the given one, or the nearest of the current directory and those above that has a
     * {@code .git}; the current directory where none has.
     */
    public Path repository(CommandContext context) {
        if (repository != null) {
            return context.resolve(repository);
        }
        Path current = context.environment().directory();
        for (Path folder = current; folder != null; folder = folder.getParent()) {
            if (Files.exists(folder.resolve(".git"))) {
                return folder;
            }
        }
        return current;
    }

    /** The full id of the commit that is built; empty if the repository does not know it. */
    public Optional<String> commitId(CommandContext context) {
        // A commit compared with itself: the reader then only has to find it.
        Change itself = reader(person -> "").read(repository(context), commit, new Reference.Commit(commit));
        return itself instanceof Change.Known known
                ? Optional.of(known.changes().toCommit())
                : Optional.empty();
    }

    /**
     * Reads the change.
     *
     * @param latest commit of the job's latest build, if there is one
     * @param pseudonyms for the authors
     */
    public Change read(CommandContext context, Optional<String> latest, UnaryOperator<String> pseudonyms) {
        return reader(pseudonyms).read(repository(context), commit, reference(latest));
    }

    /** Throws a usage error when the options name two references. */
    public void requireOneReference() {
        if (!since.isBlank() && !target.isBlank()) {
            throw new CommandException(ExitCode.USAGE, "--since and --target exclude each other: name one of them.");
        }
    }

    private Reference reference(Optional<String> latest) {
        requireOneReference();
        if (!target.isBlank()) {
            return new Reference.MergeBase(target);
        }
        if (!since.isBlank()) {
            return new Reference.Commit(since);
        }
        return latest.<Reference>map(Reference.Commit::new).orElseGet(Reference.FirstParent::new);
    }

    private static ChangeReader reader(UnaryOperator<String> pseudonyms) {
        return new ChangeReader(ChangeLimits.DEFAULT, pseudonyms, false);
    }
}
