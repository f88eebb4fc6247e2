package io.jenkins.plugins.mlci.plugin.deploygate.approve;

import hudson.Extension;
import hudson.ExtensionList;
import hudson.ExtensionPoint;
import hudson.model.Item;
import hudson.model.Run;
import io.jenkins.plugins.mlci.plugin.deploygate.record.GateEntry;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;

/**
 * The gates of this controller that wait for people. Holds nothing of its own: a gate that waits again after a restart puts itself in
 * again.
 */
@Extension
public class GateQueue implements ExtensionPoint {
    private final List<WaitingGate> waiting = new CopyOnWriteArrayList<>();

    /** The one of this controller. */
    public static GateQueue get() {
        return ExtensionList.lookupSingleton(GateQueue.class);
    }

    /** A gate begins to wait. One that was decided meanwhile goes on at once. */
    public void add(WaitingGate gate) {
        put(gate);
        if (!gate.entry().getState().isWaiting()) {
            decided(gate.run(), gate.entry());
        }
    }

    /** A gate was decided, and what waited for it goes on; exactly once, however often this is called. */
    public void decided(Run<?, ?> run, GateEntry entry) {
        take(run, entry).ifPresent(gate -> gate.decided().run());
    }

    /** A gate waits no longer, and nothing goes on. */
    public void remove(Run<?, ?> run, GateEntry entry) {
        take(run, entry);
    }

    /** Waits until a gate of a build waits for people. Returns whether that came true in time. */
    public synchronized boolean await(Run<?, ?> run, Duration time) throws InterruptedException {
        long end = System.nanoTime() + time.toNanos();
        while (waiting.stream().noneMatch(gate -> gate.isOf(run))) {
            long left = end - System.nanoTime();
            if (left <= 0) {
                return false;
            }
            TimeUnit.NANOSECONDS.timedWait(this, left);
        }
        return true;
    }

    private synchronized void put(WaitingGate gate) {
        take(gate.run(), gate.entry());
        waiting.add(gate);
        notifyAll();
    }

    /** Compared is by name as it is now, since a job may be renamed while its gate waits. */
    private synchronized Optional<WaitingGate> take(Run<?, ?> run, GateEntry entry) {
        Optional<WaitingGate> found =
                waiting.stream().filter(gate -> gate.is(run, entry)).findFirst();
        found.ifPresent(waiting::remove);
        return found;
    }

    /** Those in jobs that the current user may see, the longest waiting first. */
    public List<WaitingGate> visible() {
        return waiting.stream()
                .filter(gate -> gate.run().hasPermission(Item.READ))
                .sorted(Comparator.comparing(gate -> gate.entry().getTaken()))
                .toList();
    }
}
