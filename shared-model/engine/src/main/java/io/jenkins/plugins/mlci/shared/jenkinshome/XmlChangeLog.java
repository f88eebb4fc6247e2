package io.jenkins.plugins.mlci.shared.jenkinshome;

import io.jenkins.plugins.mlci.shared.history.ChangeKind;
import io.jenkins.plugins.mlci.shared.history.ChangedFile;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Reads the change logs that other source control plugins write as XML: Subversion ({@code log / logentry / paths /
 * path}), Mercurial ({@code changesets / changeset} with {@code files}, {@code added}, {@code deleted}) and, in the same
 * spirit, any entry with {@code path} or {@code file} elements.
 */
final class XmlChangeLog {
    private static final Set<String> ENTRIES = Set.of("logentry", "changeset", "entry");
    private static final Set<String> FILES = Set.of("path", "file", "addedFile", "deletedFile");

    private XmlChangeLog() {}

    /** The entries in the order of the file. */
    static List<LoggedCommit> read(XmlNode root) {
        return ENTRIES.stream()
                .flatMap(name -> root.descendants(name))
                .map(XmlChangeLog::entry)
                .toList();
    }

    private static LoggedCommit entry(XmlNode entry) {
        String id = first(entry.attribute("revision"), entry.attribute("node"), entry.childText("revision"));
        String author = first(entry.childText("author"), entry.attribute("author"), entry.childText("user"));
        List<ChangedFile> files = new ArrayList<>();
        collect(entry, ChangeKind.MODIFIED, files);
        return new LoggedCommit(id, "", GitPerson.of(author), files);
    }

    private static void collect(XmlNode node, ChangeKind kind, List<ChangedFile> files) {
        for (XmlNode child : node.children()) {
            if (FILES.contains(child.name()) && child.children().isEmpty()) {
                add(kind(child, kind), child.text(), files);
            } else if (FILES.contains(child.name())) {
                String path = first(child.childText("fullName"), child.childText("path"), child.childText("name"));
                boolean dead = child.child("dead").isPresent();
                add(dead ? ChangeKind.DELETED : kind, path, files);
            } else {
                switch (child.name()) {
                    case "paths", "items" -> collect(child, kind, files);
                    case "added" -> list(child, ChangeKind.ADDED, files);
                    case "deleted" -> list(child, ChangeKind.DELETED, files);
                    case "files" -> list(child, ChangeKind.MODIFIED, files);
                    default -> {
                        // Message, date and so on.
                    }
                }
            }
        }
    }

    /** Mercurial: names between white space, or an element each. */
    private static void list(XmlNode node, ChangeKind kind, List<ChangedFile> files) {
        if (node.children().isEmpty()) {
            for (String path : node.text().split("\\s+")) {
                add(kind, path, files);
            }
        } else {
            collect(node, kind, files);
        }
    }

    private static ChangeKind kind(XmlNode file, ChangeKind otherwise) {
        String action = first(file.attribute("action"), file.attribute("editType"));
        return switch (action.toUpperCase(Locale.ROOT)) {
            case "A", "ADD", "ADDED" -> ChangeKind.ADDED;
            case "D", "DELETE", "DELETED" -> ChangeKind.DELETED;
            default ->
                switch (file.name()) {
                    case "addedFile" -> ChangeKind.ADDED;
                    case "deletedFile" -> ChangeKind.DELETED;
                    default -> otherwise;
                };
        };
    }

    /** Mercurial lists an added file twice, first under {@code added}: what is known first stays. */
    private static void add(ChangeKind kind, String path, List<ChangedFile> files) {
        String relative = path.startsWith("/") ? path.substring(1) : path;
        if (relative.isEmpty()) {
            return;
        }
        for (int i = 0; i < files.size(); i++) {
            if (files.get(i).path().equals(relative)) {
                if (files.get(i).kind() == ChangeKind.MODIFIED) {
                    files.set(i, new ChangedFile(kind, relative, "", -1, -1));
                }
                return;
            }
        }
        files.add(new ChangedFile(kind, relative, "", -1, -1));
    }

    private static String first(String... texts) {
        return Stream.of(texts).filter(text -> !text.isEmpty()).findFirst().orElse("");
    }
}
