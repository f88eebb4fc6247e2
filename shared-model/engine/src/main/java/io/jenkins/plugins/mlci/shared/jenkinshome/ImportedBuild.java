package io.jenkins.plugins.mlci.shared.jenkinshome;

import io.jenkins.plugins.mlci.shared.history.BuildRecord;
import io.jenkins.plugins.mlci.shared.history.StaleResults;
import java.util.List;

/**
 * A build as it was found.
 *
 * @param found its record, with the test results that Jenkins keeps for it, whoever produced them
 * @param staleness whether those results are the build's own or left over from a build before
 */
public record ImportedBuild(BuildRecord found, StaleResults.Finding staleness) {
    /** Whether the test results are left over from a build before. */
    public boolean isStale() {
        return staleness.isStale();
    }

    /** The record to learn from: without tests if they are left over. */
    public BuildRecord record() {
        return isStale() ? new BuildRecord(found.build(), found.changes(), List.of()) : found;
    }
}
