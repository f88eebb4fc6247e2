package io.jenkins.plugins.mlci.shared.jenkinshome;

import io.jenkins.plugins.mlci.shared.history.ChangeKind;
import io.jenkins.plugins.mlci.shared.history.ChangedFile;
import java.io.BufferedReader;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads the change log of Jenkins' Git plugin, which is no XML in spite of its name: the output of {@code git log --raw},
 * newest commit first. A commit has header lines ({@code commit}, {@code parent}, {@code author} ...), its message,
 * indented, and a raw line for each file: {@code :oldmode newmode oldid newid STATUS<TAB>path[<TAB>newpath]}. Merge
 * commits have no raw lines.
 */
final class GitChangeLog {
    private final ImportLimits limits;
    private final List<LoggedCommit> commits = new ArrayList<>();
    private String id = "";
    private String parent = "";
    private String author = "";
    private List<ChangedFile> files = new ArrayList<>();

    private GitChangeLog(ImportLimits limits) {
        this.limits = limits;
    }

    /**
     * The commits, newest first.
     *
     * @throws IOException with a reason if a line is longer than allowed
     */
    static List<LoggedCommit> read(BufferedReader lines, ImportLimits limits) throws IOException {
        GitChangeLog log = new GitChangeLog(limits);
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            log.line(line);
        }
        log.endCommit();
        return log.commits;
    }

    private void line(String line) throws IOException {
        if (line.startsWith("commit ")) {
            endCommit();
            String[] words = line.split(" ", 3);
            id = words[1].trim();
        } else if (line.startsWith("parent ")) {
            // The first parent is the line of development that was built before.
            String[] words = line.split(" ", 3);
            parent = parent.isEmpty() ? words[1].trim() : parent;
        } else if (line.startsWith("author ")) {
            author = GitPerson.of(line.substring("author ".length()));
        } else if (line.startsWith(":")) {
            file(line);
        }
    }

    private void endCommit() {
        if (!id.isEmpty()) {
            commits.add(new LoggedCommit(id, parent, author, files));
        }
        id = "";
        parent = "";
        author = "";
        files = new ArrayList<>();
    }

    private void file(String line) throws IOException {
        String[] parts = line.split("\t", -1);
        if (parts.length < 2) {
            return;
        }
        if (line.length() > 2 * limits.nameLength()) {
            throw new IOException("it has a path of more than " + limits.nameLength() + " characters");
        }
        String mode = parts[0].substring(parts[0].lastIndexOf(' ') + 1);
        String path = GitQuotedPath.decode(parts[1]);
        String second = parts.length > 2 ? GitQuotedPath.decode(parts[2]) : path;
        switch (mode.isEmpty() ? ' ' : mode.charAt(0)) {
            case 'A' -> add(ChangeKind.ADDED, path, "");
            case 'D' -> add(ChangeKind.DELETED, path, "");
            case 'R' -> add(ChangeKind.RENAMED, second, path);
            case 'C' -> add(ChangeKind.ADDED, second, "");
            default -> add(ChangeKind.MODIFIED, path, "");
        }
    }

    private void add(ChangeKind kind, String path, String oldPath) {
        files.add(new ChangedFile(kind, path, oldPath, -1, -1));
    }
}
