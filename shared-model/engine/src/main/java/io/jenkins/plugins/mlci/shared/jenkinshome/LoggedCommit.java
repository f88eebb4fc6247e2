package io.jenkins.plugins.mlci.shared.jenkinshome;

import io.jenkins.plugins.mlci.shared.history.ChangedFile;
import java.util.List;

/**
 * One entry of a change log.
 *
 * @param id commit id or revision, or the empty string
 * @param parent the first parent's id, or the empty string
 * @param author who wrote it, as the log says: the mail address where there is one; never kept as it is
 * @param files the files that it changes
 */
record LoggedCommit(String id, String parent, String author, List<ChangedFile> files) {}
