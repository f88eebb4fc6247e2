package io.jenkins.plugins.mlci.plugin.shared.watch;

import hudson.ExtensionPoint;
import io.jenkins.plugins.mlci.shared.registry.Scope;
import io.jenkins.plugins.mlci.shared.watch.DriftVerdict;
import java.util.Optional;

/** Knows how far the world has moved from what the models of one purpose learned. */
public interface ModelWatch extends ExtensionPoint {
    /** What the models predict, as the registry writes it. */
    String purpose();

    /** What is known about a scope's model in force; empty when nothing is. Answers from memory or a quick look, not by replay. */
    Optional<DriftVerdict> verdict(Scope scope);
}
