package io.jenkins.plugins.mlci.shared.history;

/** How a build ended, in Jenkins' own five words, from best to worst. */
public enum BuildResult {
    SUCCESS,
    UNSTABLE,
    FAILURE,
    NOT_BUILT,
    ABORTED
}
