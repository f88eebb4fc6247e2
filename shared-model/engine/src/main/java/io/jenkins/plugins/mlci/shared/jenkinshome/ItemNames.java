package io.jenkins.plugins.mlci.shared.jenkinshome;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;

/** The names of jobs and folders, which lie in folders {@code jobs} and {@code branches}. */
final class ItemNames {
    private static final Set<String> CONTAINERS = Set.of("jobs", "branches");
    private static final int MAX_NAME_BYTES = 4_096;

    private final Confined confined;

    ItemNames(Confined confined) {
        this.confined = confined;
    }

    /** Whether a folder is a job, a folder of jobs or a branch, as far as its place tells. */
    static boolean isItem(Path folder) {
        return CONTAINERS.contains(above(folder, 1));
    }

    /** An item's own name. Jenkins shortens the names of branch folders and keeps the true name in a file beside. */
    String name(Path item) throws IOException {
        Path file = item.resolve("name-utf8.txt");
        if (confined.holdsFile(file) && Files.size(file) <= MAX_NAME_BYTES) {
            String name = new String(Files.readAllBytes(file), StandardCharsets.UTF_8).trim();
            if (!name.isEmpty() && !name.contains("/")) {
                return Printable.of(name);
            }
        }
        return above(item, 0);
    }

    /** The branch of an item in a folder {@code branches}, otherwise the empty string. */
    String branch(Path item) throws IOException {
        return above(item, 1).equals("branches") ? PercentDecoded.of(name(item)) : "";
    }

    /** An item's name with the names of the folders that it is in, as far as their places tell. */
    String fullName(Path item) throws IOException {
        StringBuilder name = new StringBuilder(name(item));
        int up = 0;
        // A multibranch project that was copied out of its home still names its branches.
        while (above(item, up + 1).equals("branches")
                || (CONTAINERS.contains(above(item, up + 1)) && CONTAINERS.contains(above(item, up + 3)))) {
            up += 2;
            name.insert(0, above(item, up) + "/");
        }
        return name.toString();
    }

    /** The full name of the item whose jobs or branches a folder holds, as far as places tell; otherwise the empty string. */
    String container(Path folder) throws IOException {
        Path item = folder.getParent();
        return CONTAINERS.contains(above(folder, 0)) && item != null && isItem(item) ? fullName(item) : "";
    }

    /** The name of the folder so many levels above, or the empty string. */
    private static String above(Path folder, int levels) {
        int index = folder.getNameCount() - 1 - levels;
        return index < 0 ? "" : folder.getName(index).toString();
    }
}
