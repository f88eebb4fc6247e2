package io.jenkins.plugins.mlci.plugin.shared.collect;

import hudson.ExtensionPoint;
import hudson.model.Run;
import io.jenkins.plugins.mlci.shared.history.ChangeSet;
import java.util.List;

/**
 * Knows what changed in a build better than Jenkins' change logs do, for example from a comparison in the workspace. The first
 * source with an answer counts.
 */
public interface ChangeSource extends ExtensionPoint {
    /**
     * What changed since the reference, one for each checkout. Called after the build has ended, in the background.
     *
     * @return empty when this source knows nothing about the build
     */
    List<ChangeSet> changes(Run<?, ?> run);
}
