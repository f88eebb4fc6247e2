package io.jenkins.plugins.mlci.shared.jenkinshome;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** A folder that is not left: what a link inside it points to counts only if it lies inside too. */
final class Confined {
    private final Path root;

    /** @param root an existing folder, which may itself be reached through a link */
    Confined(Path root) throws IOException {
        this.root = root.toRealPath();
    }

    Path root() {
        return root;
    }

    boolean holdsFolder(Path path) {
        return isInside(path) && Files.isDirectory(path);
    }

    boolean holdsFile(Path path) {
        return isInside(path) && Files.isRegularFile(path);
    }

    /** Whether there is something, but outside or a link that leads nowhere or in a circle. */
    boolean leadsOut(Path path) {
        return Files.isSymbolicLink(path) && !isInside(path);
    }

    /** The entries of a folder in the order of their names. */
    List<Path> list(Path folder) throws IOException {
        List<Path> entries = new ArrayList<>();
        try (DirectoryStream<Path> stream = Files.newDirectoryStream(folder)) {
            stream.forEach(entries::add);
        } catch (DirectoryIteratorException e) {
            throw e.getCause();
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
        Collections.sort(entries);
        return entries;
    }

    private boolean isInside(Path path) {
        try {
            return path.toRealPath().startsWith(root);
        } catch (IOException e) {
            return false;
        }
    }
}
