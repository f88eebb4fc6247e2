package io.jenkins.plugins.mlci.plugin.deploygate.record;

import hudson.Extension;
import hudson.ExtensionList;
import hudson.ExtensionPoint;
import hudson.model.Computer;
import hudson.model.Run;
import hudson.util.SequentialExecutionQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Tells the listeners of gates in the background, of one gate one after the other: they may wait for a network. */
@Extension
public class GateNews implements ExtensionPoint {
    private static final Logger LOGGER = Logger.getLogger(GateNews.class.getName());

    private final SequentialExecutionQueue queue = new SequentialExecutionQueue(Computer.threadPoolForRemoting);

    /** Tells of a gate; returns at once and never throws. */
    public static void tell(Run<?, ?> run, GateEntry entry) {
        try {
            GateNews news = ExtensionList.lookupSingleton(GateNews.class);
            news.queue.execute(new Telling(run, entry));
        } catch (RejectedExecutionException | IllegalStateException e) {
            LOGGER.log(Level.FINE, "Jenkins stops, and nobody hears of a gate", e);
        }
    }

    /** The queue runs equal tasks one after the other, and only once more however often they were added meanwhile. */
    private record Telling(Run<?, ?> build, GateEntry entry) implements Runnable {
        @Override
        public void run() {
            for (GateListener listener : ExtensionList.lookup(GateListener.class)) {
                try {
                    listener.changed(build, entry);
                } catch (RuntimeException | LinkageError e) {
                    LOGGER.log(
                            Level.WARNING,
                            listener.getClass().getName() + " failed on a gate of " + build.getFullDisplayName(),
                            e);
                }
            }
        }
    }
}
