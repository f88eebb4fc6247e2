package io.jenkins.plugins.mlci.plugin.shared.collect;

import hudson.Extension;
import hudson.plugins.git.GitChangeSet;
import hudson.scm.ChangeLogSet;
import io.jenkins.plugins.mlci.shared.jenkinshome.LoggedCommit;
import java.util.Locale;
import java.util.Optional;

/** Commits of the Git plugin, with their parents, and without looking people up in Jenkins' user directory. */
@Extension(optional = true)
public final class GitCommits implements CommitSource {
    @Override
    public Optional<LoggedCommit> commit(ChangeLogSet.Entry entry) {
        if (!(entry instanceof GitChangeSet git)) {
            return Optional.empty();
        }
        String parent = git.getParentCommit() == null ? "" : git.getParentCommit();
        return Optional.of(new LoggedCommit(git.getId(), parent, author(git), AffectedFiles.of(git)));
    }

    /** The mail address in lower case, since names are spelt in many ways; the name where there is no address. */
    private static String author(GitChangeSet git) {
        String mail = git.getAuthorEmail();
        if (mail != null && !mail.isBlank()) {
            return mail.trim().toLowerCase(Locale.ROOT);
        }
        return git.getAuthorName() == null ? "" : git.getAuthorName().trim();
    }
}
