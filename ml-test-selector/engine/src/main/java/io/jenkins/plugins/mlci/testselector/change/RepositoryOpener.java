package io.jenkins.plugins.mlci.testselector.change;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.eclipse.jgit.errors.RepositoryNotFoundException;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.lib.StoredConfig;
import org.eclipse.jgit.storage.file.FileRepositoryBuilder;

/** Opens a repository for reading only. */
final class RepositoryOpener {
    private static final String FILTER = "filter";

    private RepositoryOpener() {}

    /** The repository at a folder, which the caller closes. */
    static Repository open(Path directory) throws IOException, UnknownChangeException {
        IsolatedSystemReader.install();
        FileRepositoryBuilder builder = new FileRepositoryBuilder();
        builder.setMustExist(true);
        Path parent = directory.toAbsolutePath().getParent();
        Path dotGit = directory.resolve(Constants.DOT_GIT);
        File file = directory.toFile();
        if (Files.exists(dotGit)) {
            builder.setWorkTree(file);
        } else if (parent != null && Files.isRegularFile(directory) && directory.endsWith(Constants.DOT_GIT)) {
            builder.setWorkTree(parent.toFile());
        } else if (Files.isRegularFile(directory.resolve(Constants.HEAD))
                && Files.isDirectory(directory.resolve(Constants.OBJECTS))) {
            builder.setGitDir(file);
        } else {
            throw notOne(directory);
        }
        try {
            Repository repository = builder.build();
            forgetCommands(repository.getConfig());
            return repository;
        } catch (RepositoryNotFoundException none) {
            throw notOne(directory);
        }
    }

    private static UnknownChangeException notOne(Path directory) {
        return new UnknownChangeException("There is no Git repository in " + directory
                + ": check it out there, or name the folder that has the .git in it.");
    }

    /** A repository may name commands that filter files; whoever reads a change must not run them. */
    private static void forgetCommands(StoredConfig config) {
        for (String name : config.getSubsections(FILTER)) {
            config.unsetSection(FILTER, name);
        }
    }
}
