package io.jenkins.plugins.mlci.plugin.shared.collect;

/**
 * What a build built.
 *
 * @param branch the branch, or the empty string when unknown
 * @param commit the full commit id, or the empty string when unknown
 */
public record Checkout(String branch, String commit) {
    /** Nothing is known. */
    public static final Checkout UNKNOWN = new Checkout("", "");

    /** This, completed by another where this does not know. */
    public Checkout or(Checkout other) {
        return new Checkout(branch.isEmpty() ? other.branch : branch, commit.isEmpty() ? other.commit : commit);
    }
}
