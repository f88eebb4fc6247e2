package io.jenkins.plugins.mlci.testselector.runner;

/** What a selection without any selected test means. */
public enum EmptySelection {
    /** All tests run, because nothing selected is more often a fault than a wish. The default. */
    RUN_ALL,
    /** No test runs, said with a flag of the runner and never with an empty list: for a shard without tests. */
    RUN_NOTHING
}
