package io.jenkins.plugins.mlci.shared.history;

/** How a test ended. */
public enum Outcome {
    PASSED,
    /** An assertion did not hold. */
    FAILED,
    /** It broke before it could say so. */
    ERROR,
    /** It did not run. */
    SKIPPED,
    /** It failed and passed on the same sources, for example on a rerun. */
    FLAKY;

    /** Whether the test ran and ended badly; a flaky test did not. */
    public boolean isFailure() {
        return this == FAILED || this == ERROR;
    }
}
