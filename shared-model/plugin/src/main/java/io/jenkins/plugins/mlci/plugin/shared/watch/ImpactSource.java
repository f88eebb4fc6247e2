package io.jenkins.plugins.mlci.plugin.shared.watch;

import hudson.ExtensionPoint;
import io.jenkins.plugins.mlci.shared.history.HistoryStore;
import java.time.Instant;
import java.util.List;

/** Knows what the decisions of one plugin brought and what they cost. Figures and counter-figures both. */
public interface ImpactSource extends ExtensionPoint {
    /**
     * What happened since a time, by job.
     *
     * @param history where the decisions are
     * @param since the oldest decision that counts
     */
    List<Impact> impact(HistoryStore history, Instant since);
}
