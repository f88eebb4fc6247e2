package io.jenkins.plugins.mlci.plugin.deploygate.approve;

import hudson.Extension;
import hudson.ExtensionList;
import hudson.ExtensionPoint;
import hudson.model.Item;
import hudson.model.Run;
import io.jenkins.plugins.mlci.plugin.deploygate.record.GateEntry;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The gates of this controller that wait for people. Holds nothing of its own: a gate that waits again after a restart puts itself in
 * again.
 */
@Extension
public class GateQueue implements ExtensionPoint {
    private final Map<String, WaitingGate> waiting = new ConcurrentHashMap<>();

    /** The one of this controller. */
    public static GateQueue get() {
        return ExtensionList.lookupSingleton(GateQueue.class);
    }

    /** A gate begins to wait. One that was decided meanwhile goes on at once. */
    public void add(WaitingGate gate) {
        waiting.put(gate.key(), gate);
        if (!gate.entry().getState().isWaiting()) {
            decided(gate.run(), gate.entry());
        }
    }

    /** A gate was decided, and what waited for it goes on; exactly once, however often this is called. */
    public void decided(Run<?, ?> run, GateEntry entry) {
        WaitingGate gate = waiting.remove(WaitingGate.key(run, entry));
        if (gate != null) {
            gate.decided().run();
        }
    }

    /** A gate waits no longer, and nothing goes on. */
    public void remove(Run<?, ?> run, GateEntry entry) {
        waiting.remove(WaitingGate.key(run, entry));
    }

    /** Those in jobs that the current user may see, the longest waiting first. */
    public List<WaitingGate> visible() {
        return waiting.values().stream()
                .filter(gate -> gate.run().hasPermission(Item.READ))
                .sorted(Comparator.comparing((WaitingGate gate) -> gate.entry().getTaken())
                        .thenComparing(gate -> gate.key()))
                .toList();
    }
}
