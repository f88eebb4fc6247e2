package io.jenkins.plugins.mlci.plugin.shared.config;

import hudson.ExtensionPoint;
import hudson.model.AbstractDescribableImpl;
import hudson.model.Descriptor;
import io.jenkins.plugins.mlci.plugin.shared.jenkins.JenkinsFacade;
import io.jenkins.plugins.mlci.shared.history.StoreLocation;
import java.util.List;

/** Where the history is kept. Two places are equal when they are the same place, so that a change of settings is seen. */
public abstract class HistoryPlace extends AbstractDescribableImpl<HistoryPlace> implements ExtensionPoint {
    /**
     * The place for the engine.
     *
     * @throws IllegalArgumentException with a sentence when the settings make no sense
     */
    public abstract StoreLocation location(JenkinsFacade jenkins);

    @Override
    public abstract boolean equals(Object other);

    @Override
    public abstract int hashCode();

    /** Kinds of places. */
    public abstract static class HistoryPlaceDescriptor extends Descriptor<HistoryPlace> {
        /** All of them. */
        static List<HistoryPlaceDescriptor> all() {
            return new JenkinsFacade().descriptors(HistoryPlace.class, HistoryPlaceDescriptor.class);
        }
    }
}
