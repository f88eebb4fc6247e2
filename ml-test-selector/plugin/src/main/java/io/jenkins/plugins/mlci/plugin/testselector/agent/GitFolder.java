package io.jenkins.plugins.mlci.plugin.testselector.agent;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;

/** Finds the repository that a folder of a workspace belongs to. */
final class GitFolder {
    private GitFolder() {}

    /**
     * The nearest folder with a {@code .git}, from {@code folder} upwards.
     *
     * @param top the last folder to look at: above a workspace lies what is none of the build's business
     */
    static Optional<Path> find(Path folder, String top) {
        Path start = folder.toAbsolutePath().normalize();
        Path last = last(start, top);
        for (Path current = start; current != null; current = current.getParent()) {
            if (Files.exists(current.resolve(".git"))) {
                return Optional.of(current);
            }
            if (current.equals(last)) {
                break;
            }
        }
        return Optional.empty();
    }

    private static Path last(Path start, String top) {
        try {
            Path last = Path.of(top).toAbsolutePath().normalize();
            return !top.isEmpty() && start.startsWith(last) ? last : start;
        } catch (InvalidPathException notOfThisMachine) {
            return start;
        }
    }
}
