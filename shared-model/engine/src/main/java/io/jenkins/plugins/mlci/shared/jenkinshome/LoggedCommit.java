package io.jenkins.plugins.mlci.shared.jenkinshome;

import io.jenkins.plugins.mlci.shared.history.ChangeSet;
import io.jenkins.plugins.mlci.shared.history.ChangedFile;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;

/**
 * One entry of a change log.
 *
 * @param id commit id or revision, or the empty string
 * @param parent the first parent's id, or the empty string
 * @param author who wrote it, as the log says: the mail address where there is one; never kept as it is
 * @param files the files that it changes
 */
public record LoggedCommit(String id, String parent, String author, List<ChangedFile> files) {
    /**
     * The change set that several commits make together; it names nobody.
     *
     * @param newestFirst at least one commit
     * @param pseudonym turns an author into what is kept instead
     */
    public static ChangeSet changeSet(List<LoggedCommit> newestFirst, UnaryOperator<String> pseudonym) {
        NetChanges net = new NetChanges();
        Set<String> authors = new LinkedHashSet<>();
        for (int i = newestFirst.size() - 1; i >= 0; i--) {
            LoggedCommit commit = newestFirst.get(i);
            net.apply(commit.files());
            if (!commit.author().isEmpty()) {
                authors.add(pseudonym.apply(commit.author()));
            }
        }
        LoggedCommit oldest = newestFirst.get(newestFirst.size() - 1);
        LoggedCommit newest = newestFirst.get(0);
        return new ChangeSet(oldest.parent(), newest.id(), net.toList(), List.copyOf(authors), newestFirst.size());
    }
}
