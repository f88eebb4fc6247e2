package io.jenkins.plugins.mlci.shared.jenkinshome;

import io.jenkins.plugins.mlci.shared.history.ChangeSet;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** Reads a change log file of any kind into a change set without names. */
final class ChangeLogs {
    private static final int PEEK = 512;

    private final UnaryOperator<String> pseudonym;
    private final ImportLimits limits;

    ChangeLogs(UnaryOperator<String> pseudonym, ImportLimits limits) {
        this.pseudonym = pseudonym;
        this.limits = limits;
    }

    /**
     * The change that a file tells of.
     *
     * @return empty if it lists no commit
     * @throws IOException with a reason if it cannot be read
     */
    Optional<ChangeSet> read(Path file) throws IOException {
        List<LoggedCommit> commits = commits(file);
        return commits.isEmpty() ? Optional.empty() : Optional.of(LoggedCommit.changeSet(commits, pseudonym));
    }

    private List<LoggedCommit> commits(Path file) throws IOException {
        try (InputStream in = new CappedInputStream(Files.newInputStream(file), limits.changeLogBytes());
                BufferedReader text = new BufferedReader(SafeXml.text(in))) {
            text.mark(PEEK);
            char[] start = new char[PEEK];
            int length = text.read(start, 0, PEEK);
            text.reset();
            String beginning = length < 0 ? "" : new String(start, 0, length).stripLeading();
            if (!beginning.startsWith("<")) {
                return GitChangeLog.read(text, limits);
            }
        }
        return XmlChangeLog.read(XmlNode.read(file, limits.changeLogBytes()));
    }
}
