package io.jenkins.plugins.mlci.plugin.shared.collect;

import hudson.Extension;
import hudson.model.Run;
import hudson.plugins.git.Branch;
import hudson.plugins.git.Revision;
import hudson.plugins.git.util.BuildData;

/** Branch and commit from the Git plugin; absent when that is. Of several checkouts the first counts. */
@Extension(optional = true, ordinal = 10)
public final class GitCheckout implements CheckoutSource {
    @Override
    public Checkout checkout(Run<?, ?> run) {
        for (BuildData data : run.getActions(BuildData.class)) {
            Revision revision = data.getLastBuiltRevision();
            if (revision != null) {
                return new Checkout(branch(revision), revision.getSha1String());
            }
        }
        return Checkout.UNKNOWN;
    }

    private static String branch(Revision revision) {
        return revision.getBranches().stream()
                .map(Branch::getName)
                .map(GitCheckout::shortName)
                .filter(name -> !name.isEmpty() && !name.equals("detached"))
                .findFirst()
                .orElse("");
    }

    /** {@code refs/remotes/origin/feature/x} and {@code origin/feature/x} are the branch {@code feature/x}. */
    private static String shortName(String ref) {
        if (ref.startsWith("refs/heads/")) {
            return ref.substring("refs/heads/".length());
        }
        if (ref.startsWith("refs/remotes/")) {
            String remote = ref.substring("refs/remotes/".length());
            return remote.substring(remote.indexOf('/') + 1);
        }
        return ref.startsWith("origin/") ? ref.substring("origin/".length()) : ref;
    }
}
