package io.jenkins.plugins.mlci.plugin.shared.collect;

import hudson.ExtensionPoint;
import hudson.model.Run;

/** Knows what a build built. What one source does not know, the next may. */
public interface CheckoutSource extends ExtensionPoint {
    /** Branch and commit of a build, each empty when unknown. */
    Checkout checkout(Run<?, ?> run);
}
