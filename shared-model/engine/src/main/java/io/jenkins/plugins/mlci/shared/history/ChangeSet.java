package io.jenkins.plugins.mlci.shared.history;

import java.util.List;

/**
 * What changed between two commits.
 *
 * @param fromCommit the reference commit, or the empty string when unknown
 * @param toCommit the commit that was built, or the empty string when unknown
 * @param files the files that differ, in path order
 * @param authors pseudonyms (keyed hashes) of the people who wrote it, without repetition; never names
 * @param commits how many commits it spans, or 0 when unknown
 */
public record ChangeSet(
        String fromCommit, String toCommit, List<ChangedFile> files, List<String> authors, int commits) {
    /** No change is known. */
    public static final ChangeSet EMPTY = new ChangeSet("", "", List.of(), List.of(), 0);

    public ChangeSet {
        files = List.copyOf(files);
        authors = List.copyOf(authors);
    }
}
