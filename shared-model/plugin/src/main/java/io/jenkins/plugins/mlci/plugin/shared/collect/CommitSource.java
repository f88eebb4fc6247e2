package io.jenkins.plugins.mlci.plugin.shared.collect;

import hudson.ExtensionPoint;
import hudson.scm.ChangeLogSet;
import io.jenkins.plugins.mlci.shared.jenkinshome.LoggedCommit;
import java.util.Optional;

/** Reads one entry of a change log of a kind that it knows. */
interface CommitSource extends ExtensionPoint {
    /** The commit; empty when the entry is of another kind. */
    Optional<LoggedCommit> commit(ChangeLogSet.Entry entry);
}
