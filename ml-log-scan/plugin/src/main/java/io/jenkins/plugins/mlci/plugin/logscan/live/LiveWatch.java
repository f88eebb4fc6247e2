package io.jenkins.plugins.mlci.plugin.logscan.live;

import edu.umd.cs.findbugs.annotations.NonNull;
import hudson.remoting.Channel;
import io.jenkins.plugins.mlci.logscan.baseline.Baseline;
import io.jenkins.plugins.mlci.logscan.baseline.BaselineJson;
import io.jenkins.plugins.mlci.logscan.scan.AlertListener;
import io.jenkins.plugins.mlci.logscan.scan.TimeBudget;
import io.jenkins.plugins.mlci.plugin.logscan.scan.Scanners;
import java.io.IOException;
import java.io.OutputStream;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jenkinsci.plugins.workflow.log.TaskListenerDecorator;

/**
 * Watches the log of a block. It is kept with the Pipeline as a key only; on its way to an agent it takes the baseline and a line
 * to the controller along, so that the log is read where it is written.
 */
public final class LiveWatch extends TaskListenerDecorator {
    private static final long serialVersionUID = 1L;
    private static final Logger LOGGER = Logger.getLogger(LiveWatch.class.getName());

    private final String key;

    LiveWatch(String key) {
        this.key = key;
    }

    /** A watch that tells the block with this key. */
    public static LiveWatch of(String key) {
        return new LiveWatch(key);
    }

    @NonNull
    @Override
    public OutputStream decorate(@NonNull OutputStream log) {
        return stream(log, LiveBlocks.baseline(key), LiveBlocks.sink(key));
    }

    /** Disk and agents need different things. */
    private Object writeReplace() {
        Channel channel = Channel.current();
        return channel == null
                ? this
                : new OnAgent(
                        BaselineJson.write(LiveBlocks.baseline(key)),
                        channel.export(AlertSink.class, LiveBlocks.sink(key)));
    }

    private static OutputStream stream(OutputStream log, Baseline baseline, AlertSink sink) {
        AlertListener listener = alert -> sink.alert(alert.kind(), alert.text());
        return new LiveStream(log, Scanners.shipped().start(baseline, TimeBudget.UNLIMITED, listener));
    }

    /** The same on an agent. */
    private static final class OnAgent extends TaskListenerDecorator {
        private static final long serialVersionUID = 1L;

        private final byte[] baseline;
        private final AlertSink sink;

        OnAgent(byte[] baseline, AlertSink sink) {
            this.baseline = baseline;
            this.sink = sink;
        }

        @NonNull
        @Override
        public OutputStream decorate(@NonNull OutputStream log) {
            try {
                return stream(log, BaselineJson.read(baseline), sink);
            } catch (IOException | RuntimeException | LinkageError e) {
                LOGGER.log(Level.WARNING, "A log is not watched", e);
                return log;
            }
        }
    }
}
