package io.jenkins.plugins.mlci.plugin.shared.collect;

/** How long builds were held up to tell of their end, since Jenkins started. Safe for use by many threads. */
public final class Cost {
    private long events;
    private long nanos;
    private long longest;

    synchronized void add(long took) {
        events++;
        nanos += took;
        longest = Math.max(longest, took);
    }

    /** How many events were told of. */
    public synchronized long events() {
        return events;
    }

    /** Milliseconds an event, on average; 0 when there was none. */
    public synchronized double meanMilliseconds() {
        return events == 0 ? 0 : nanos / 1e6 / events;
    }

    /** Milliseconds of the slowest event. */
    public synchronized double longestMilliseconds() {
        return longest / 1e6;
    }
}
