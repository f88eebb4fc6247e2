package io.jenkins.plugins.mlci.plugin.shared.collect;

import hudson.Extension;
import hudson.model.Run;
import jenkins.scm.api.SCMHead;

/** The branch of a job in a multibranch project, from the SCM API plugin; absent when that is. */
@Extension(optional = true, ordinal = 20)
public final class MultibranchCheckout implements CheckoutSource {
    @Override
    public Checkout checkout(Run<?, ?> run) {
        SCMHead head = SCMHead.HeadByItem.findHead(run.getParent());
        return head == null ? Checkout.UNKNOWN : new Checkout(head.getName(), "");
    }
}
