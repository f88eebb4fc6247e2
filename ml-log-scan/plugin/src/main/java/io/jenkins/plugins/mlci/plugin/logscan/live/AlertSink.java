package io.jenkins.plugins.mlci.plugin.logscan.live;

import hudson.remoting.Asynchronous;
import java.io.Serializable;

/** Hears of alerts where the build is known. Called from agents, to which a proxy travels, and which do not wait for it. */
public interface AlertSink extends Serializable {
    /**
     * A line raised an alert.
     *
     * @param kind as in {@link io.jenkins.plugins.mlci.logscan.scan.Alert}
     * @param text the line, secrets hidden
     */
    @Asynchronous
    void alert(String kind, String text);
}
