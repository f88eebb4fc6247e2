package io.jenkins.plugins.mlci.plugin.deploygate.record;

import hudson.ExtensionPoint;
import hudson.model.Run;

/**
 * Hears of gates: after one was asked, after each change of what became of it, and again when its build goes on after a restart. Told
 * in the background as the system, of one gate one after the other; changes in quick succession are told once. What it throws is logged and harms nobody.
 */
public interface GateListener extends ExtensionPoint {
    /**
     * A gate was asked, or has changed.
     *
     * @param run its build
     * @param entry the gate as it is now, which may be newer than what is told
     */
    void changed(Run<?, ?> run, GateEntry entry);
}
