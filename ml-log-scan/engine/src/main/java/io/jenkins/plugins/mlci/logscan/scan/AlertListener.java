package io.jenkins.plugins.mlci.logscan.scan;

/** Is told of alerts at the line that raised them. */
@FunctionalInterface
public interface AlertListener {
    /** Ignores alerts. */
    AlertListener NONE = alert -> {};

    /** Must be quick: the log waits. */
    void alert(Alert alert);
}
