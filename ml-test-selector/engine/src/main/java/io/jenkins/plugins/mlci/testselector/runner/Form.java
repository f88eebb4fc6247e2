package io.jenkins.plugins.mlci.testselector.runner;

/** How a selection is told to a runner. */
public enum Form {
    /** Name the skipped tests. A test that nobody knows yet then runs: the safe form, and the default. */
    EXCLUDE,
    /** Name the selected tests. A test that nobody knows yet then does not run: for all shards but the first. */
    INCLUDE
}
