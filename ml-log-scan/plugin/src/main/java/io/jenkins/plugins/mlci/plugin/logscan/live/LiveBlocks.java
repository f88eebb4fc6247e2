package io.jenkins.plugins.mlci.plugin.logscan.live;

import io.jenkins.plugins.mlci.logscan.baseline.Baseline;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The blocks that are watched now, by key. A block signs on when it starts and again after a restart. */
public final class LiveBlocks {
    private static final Map<String, Block> BLOCKS = new ConcurrentHashMap<>();
    private static final AlertSink NOBODY = (kind, text) -> {};

    private LiveBlocks() {}

    /** A block starts, or goes on after a restart. */
    public static void open(String key, Baseline baseline, AlertSink sink) {
        BLOCKS.put(key, new Block(baseline, sink));
    }

    /** A block has ended. */
    public static void close(String key) {
        BLOCKS.remove(key);
    }

    static Baseline baseline(String key) {
        Block block = BLOCKS.get(key);
        return block == null ? Baseline.empty() : block.baseline();
    }

    static AlertSink sink(String key) {
        Block block = BLOCKS.get(key);
        return block == null ? NOBODY : block.sink();
    }

    private record Block(Baseline baseline, AlertSink sink) {}
}
