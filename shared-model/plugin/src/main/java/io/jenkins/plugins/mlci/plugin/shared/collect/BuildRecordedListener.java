package io.jenkins.plugins.mlci.plugin.shared.collect;

import hudson.ExtensionPoint;
import hudson.model.Run;
import io.jenkins.plugins.mlci.shared.history.BuildRecord;

/** Hears of builds after they were recorded, in the background. What it throws is logged and harms nobody. */
public interface BuildRecordedListener extends ExtensionPoint {
    /**
     * A build was recorded, perhaps not for the first time.
     *
     * @param record as it is in the history now; without tests when they were left over from another build
     * @param run the build
     * @param isNew whether the build has just ended; otherwise it is an older one that was learned from later
     */
    void onRecorded(BuildRecord record, Run<?, ?> run, boolean isNew);
}
