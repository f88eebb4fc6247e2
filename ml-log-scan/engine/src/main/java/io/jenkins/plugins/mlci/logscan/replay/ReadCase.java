package io.jenkins.plugins.mlci.logscan.replay;

import io.jenkins.plugins.mlci.logscan.anomaly.LogEvidence;

/**
 * A case that was read.
 *
 * @param given the case
 * @param evidence what is left of its log
 * @param compared whether it was compared with its good builds
 * @param learned whether models learn from it where it is not left out
 */
public record ReadCase(LogCase given, LogEvidence evidence, boolean compared, boolean learned) {
    /** What is left out together: the cases of one project. */
    public String project() {
        return given.source() + ":" + given.project();
    }
}
