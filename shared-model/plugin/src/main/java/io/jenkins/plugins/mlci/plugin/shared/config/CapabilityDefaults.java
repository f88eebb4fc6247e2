package io.jenkins.plugins.mlci.plugin.shared.config;

import hudson.ExtensionPoint;
import hudson.model.AbstractDescribableImpl;
import hudson.model.Descriptor;
import io.jenkins.plugins.mlci.plugin.shared.jenkins.JenkinsFacade;
import java.util.List;

/**
 * What a plugin contributes to the global configuration: the defaults of its own steps. To add some, subclass it with a {@code
 * @DataBoundConstructor}, a {@code config.jelly} and help for each field, and give it a {@link CapabilityDescriptor} with {@code
 * @Extension} and {@code @Symbol}. Read them with {@link MachineLearningConfiguration#defaults}.
 */
public abstract class CapabilityDefaults extends AbstractDescribableImpl<CapabilityDefaults> implements ExtensionPoint {
    @Override
    public CapabilityDescriptor getDescriptor() {
        return (CapabilityDescriptor) super.getDescriptor();
    }

    /** Describes the defaults of one plugin. */
    public abstract static class CapabilityDescriptor extends Descriptor<CapabilityDefaults> {
        /** All of them. */
        static List<CapabilityDescriptor> all() {
            return new JenkinsFacade().descriptors(CapabilityDefaults.class, CapabilityDescriptor.class);
        }
    }
}
