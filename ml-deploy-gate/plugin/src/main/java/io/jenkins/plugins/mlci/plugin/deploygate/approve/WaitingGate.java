package io.jenkins.plugins.mlci.plugin.deploygate.approve;

import hudson.model.Run;
import io.jenkins.plugins.mlci.plugin.deploygate.record.GateEntry;

/**
 * A gate that waits for people.
 *
 * @param run its build
 * @param entry the gate
 * @param decided what goes on when it was decided; must not block
 */
public record WaitingGate(Run<?, ?> run, GateEntry entry, Runnable decided) {
    boolean is(Run<?, ?> other, GateEntry gate) {
        return entry.getId().equals(gate.getId()) && isOf(other);
    }

    boolean isOf(Run<?, ?> other) {
        return run.getExternalizableId().equals(other.getExternalizableId());
    }
}
