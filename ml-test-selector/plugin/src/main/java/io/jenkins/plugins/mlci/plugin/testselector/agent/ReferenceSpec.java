package io.jenkins.plugins.mlci.plugin.testselector.agent;

import io.jenkins.plugins.mlci.testselector.change.Reference;
import java.io.Serializable;
import java.util.Optional;

/**
 * What a change is compared with, as it travels to an agent.
 *
 * @param kind how {@code name} is meant
 * @param name a revision or a branch; empty for the first parent
 */
public record ReferenceSpec(Kind kind, String name) implements Serializable {
    /** The ways to name a reference. */
    public enum Kind {
        COMMIT,
        MERGE_BASE,
        FIRST_PARENT
    }

    /** A commit, or any revision that Git understands. */
    public static ReferenceSpec commit(String revision) {
        return new ReferenceSpec(Kind.COMMIT, revision);
    }

    /** Where the checked out commit left a branch. */
    public static ReferenceSpec mergeBase(String branch) {
        return new ReferenceSpec(Kind.MERGE_BASE, branch);
    }

    /** The commit of the reference build where there is one, otherwise what the last commit brought. */
    public static ReferenceSpec latest(Optional<String> commit) {
        return commit.map(ReferenceSpec::commit).orElseGet(() -> new ReferenceSpec(Kind.FIRST_PARENT, ""));
    }

    /** For the engine. */
    Reference reference() {
        return switch (kind) {
            case COMMIT -> new Reference.Commit(name);
            case MERGE_BASE -> new Reference.MergeBase(name);
            case FIRST_PARENT -> new Reference.FirstParent();
        };
    }

    /** In words, for the console and the page. */
    public String inWords() {
        return switch (kind) {
            case COMMIT -> "commit " + (name.matches("[0-9a-f]{40}") ? name.substring(0, 10) : name);
            case MERGE_BASE -> "where it left branch " + name;
            case FIRST_PARENT -> "the commit before";
        };
    }
}
