package io.jenkins.plugins.mlci.plugin.shared.collect;

import hudson.model.Run;
import hudson.model.User;
import hudson.scm.ChangeLogSet;
import io.jenkins.plugins.mlci.plugin.shared.jenkins.JenkinsFacade;
import io.jenkins.plugins.mlci.shared.history.ChangeSet;
import io.jenkins.plugins.mlci.shared.jenkinshome.LoggedCommit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import jenkins.scm.RunWithSCM;

/** Turns the change logs that Jenkins keeps with a build into change sets, one for each checkout with changes. */
final class ChangeLogReader {
    private final JenkinsFacade jenkins;

    ChangeLogReader(JenkinsFacade jenkins) {
        this.jenkins = jenkins;
    }

    /**
     * What changed since the build before.
     *
     * @param pseudonym turns people into what is kept instead; empty to leave people out
     */
    List<ChangeSet> read(Run<?, ?> run, Optional<UnaryOperator<String>> pseudonym) {
        List<ChangeSet> changes = new ArrayList<>();
        if (run instanceof RunWithSCM<?, ?> withScm) {
            for (ChangeLogSet<? extends ChangeLogSet.Entry> log : withScm.getChangeSets()) {
                List<LoggedCommit> commits = newestFirst(log, pseudonym.isPresent());
                if (!commits.isEmpty()) {
                    changes.add(LoggedCommit.changeSet(commits, pseudonym.orElse(UnaryOperator.identity())));
                }
            }
        }
        return changes;
    }

    private List<LoggedCommit> newestFirst(ChangeLogSet<? extends ChangeLogSet.Entry> log, boolean withPeople) {
        List<LoggedCommit> commits = new ArrayList<>();
        long first = -1;
        long last = -1;
        for (ChangeLogSet.Entry entry : log) {
            LoggedCommit commit = commit(entry);
            commits.add(withPeople ? commit : new LoggedCommit(commit.id(), commit.parent(), "", commit.files()));
            first = commits.size() == 1 ? entry.getTimestamp() : first;
            last = entry.getTimestamp();
        }
        if (isOldestFirst(commits, first, last)) {
            Collections.reverse(commits);
        }
        return commits;
    }

    /** Plugins list commits one way or the other: parents say which, and where there are none, times do. */
    private static boolean isOldestFirst(List<LoggedCommit> commits, long first, long last) {
        for (int i = 1; i < commits.size(); i++) {
            LoggedCommit before = commits.get(i - 1);
            LoggedCommit after = commits.get(i);
            if (!before.id().isEmpty() && before.id().equals(after.parent())) {
                return true;
            }
            if (!after.id().isEmpty() && after.id().equals(before.parent())) {
                return false;
            }
        }
        return first >= 0 && first < last;
    }

    private LoggedCommit commit(ChangeLogSet.Entry entry) {
        return jenkins.all(CommitSource.class).stream()
                .flatMap(source -> source.commit(entry).stream())
                .findFirst()
                .orElseGet(() -> new LoggedCommit(
                        entry.getCommitId() == null ? "" : entry.getCommitId(),
                        "",
                        author(entry),
                        AffectedFiles.of(entry)));
    }

    private static String author(ChangeLogSet.Entry entry) {
        User author = entry.getAuthor();
        return author == null || author == User.getUnknown() ? "" : author.getId();
    }
}
