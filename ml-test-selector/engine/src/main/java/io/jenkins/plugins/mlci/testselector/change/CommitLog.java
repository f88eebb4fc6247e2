package io.jenkins.plugins.mlci.testselector.change;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.eclipse.jgit.lib.PersonIdent;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.revwalk.RevCommit;
import org.eclipse.jgit.revwalk.RevWalk;

/** Reads who wrote the commits of a change and what they said. */
final class CommitLog {
    private final ChangeLimits limits;
    private final UnaryOperator<String> pseudonym;

    CommitLog(ChangeLimits limits, UnaryOperator<String> pseudonym) {
        this.limits = limits;
        this.pseudonym = pseudonym;
    }

    /**
     * The commits of a change.
     *
     * @param authors pseudonyms, newest commit first, each once
     * @param messages newest first
     * @param commits how many there are, at most the limit
     */
    record Result(List<String> authors, List<CommitMessage> messages, int commits) {}

    /** The commits that lead to {@code to} and not to {@code from}. */
    Result between(Repository repository, RevCommit from, RevCommit to) throws IOException {
        Set<String> authors = new LinkedHashSet<>();
        List<CommitMessage> messages = new ArrayList<>();
        try (RevWalk walk = new RevWalk(repository)) {
            walk.markStart(walk.parseCommit(to));
            walk.markUninteresting(walk.parseCommit(from));
            for (RevCommit commit = walk.next();
                    commit != null && messages.size() < limits.commits();
                    commit = walk.next()) {
                String author = address(commit);
                if (!author.isEmpty()) {
                    authors.add(pseudonym.apply(author));
                }
                messages.add(message(commit));
                commit.disposeBody();
            }
        }
        return new Result(List.copyOf(authors), messages, messages.size());
    }

    private static String address(RevCommit commit) {
        PersonIdent author = commit.getAuthorIdent();
        if (author == null) {
            return "";
        }
        String address = author.getEmailAddress().isBlank() ? author.getName() : author.getEmailAddress();
        return address.strip().toLowerCase(Locale.ROOT);
    }

    private CommitMessage message(RevCommit commit) {
        String full = commit.getFullMessage().strip();
        int end = full.indexOf('\n');
        String subject = end < 0 ? full : full.substring(0, end);
        String body = end < 0 ? "" : full.substring(end + 1);
        return new CommitMessage(commit.name(), cut(subject.strip()), cut(body.strip()));
    }

    private String cut(String text) {
        return text.length() <= limits.messageChars() ? text : text.substring(0, limits.messageChars());
    }
}
