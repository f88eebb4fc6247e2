package io.jenkins.plugins.mlci.plugin.shared.watch;

import hudson.ExtensionPoint;

/** Reads the models of one purpose for people, where they are no {@code PortableModel} or where more can be said about them. */
public interface ModelDescriber extends ExtensionPoint {
    /** What the models predict, as the registry writes it. */
    String purpose();

    /**
     * What is in a model.
     *
     * @param content as the registry keeps it
     * @throws io.jenkins.plugins.mlci.shared.model.ModelFormatException with a sentence when it cannot be used
     */
    ModelDescription describe(byte[] content);
}
