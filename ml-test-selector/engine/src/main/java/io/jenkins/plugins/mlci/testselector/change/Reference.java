package io.jenkins.plugins.mlci.testselector.change;

/** What a change is compared with. */
public sealed interface Reference {
    /** A commit, usually that of the reference build; any revision that Git understands. */
    record Commit(String revision) implements Reference {
        public Commit {
            requireText(revision, "The reference needs a commit");
        }
    }

    /**
     * Where the target left a branch, as for a pull request. A remote branch of {@code origin} goes before a local one,
     * which in a workspace is often old.
     */
    record MergeBase(String branch) implements Reference {
        public MergeBase {
            requireText(branch, "The merge base needs a branch");
        }
    }

    /** The first parent of the target: what the last commit or merge brought. */
    record FirstParent() implements Reference {}

    private static void requireText(String text, String sentence) {
        if (text == null || text.isBlank()) {
            throw new IllegalArgumentException(sentence);
        }
    }
}
