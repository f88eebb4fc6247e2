package io.jenkins.plugins.mlci.plugin.shared.config;

import edu.umd.cs.findbugs.annotations.NonNull;
import hudson.Extension;
import io.jenkins.plugins.mlci.plugin.shared.jenkins.JenkinsFacade;
import io.jenkins.plugins.mlci.shared.history.StoreLocation;
import org.jenkinsci.Symbol;
import org.kohsuke.stapler.DataBoundConstructor;

/** An embedded database below JENKINS_HOME. */
public final class EmbeddedHistory extends HistoryPlace {
    /** There is nothing to choose: an admin's backup of JENKINS_HOME holds it. */
    @DataBoundConstructor
    public EmbeddedHistory() {
        // No settings.
    }

    @Override
    public StoreLocation location(JenkinsFacade jenkins) {
        return StoreLocation.embedded(jenkins.folder().resolve("history"));
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof EmbeddedHistory;
    }

    @Override
    public int hashCode() {
        return EmbeddedHistory.class.hashCode();
    }

    /** Describes it. */
    @Extension(ordinal = 10)
    @Symbol("embedded")
    public static final class DescriptorImpl extends HistoryPlaceDescriptor {
        @NonNull
        @Override
        public String getDisplayName() {
            return Messages.EmbeddedHistory_DisplayName();
        }
    }
}
