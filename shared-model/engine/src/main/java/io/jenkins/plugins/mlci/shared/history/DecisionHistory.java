package io.jenkins.plugins.mlci.shared.history;

import java.util.List;

/** What was decided for a build, and by which model. */
public interface DecisionHistory {
    /** Keeps a decision; one with the same build, kind and subject is replaced. */
    void record(Decision decision);

    /** The decisions for a build, in the order in which they were taken. */
    List<Decision> of(BuildId build);

    /** The newest decisions of a kind in a job, newest first. */
    List<Decision> newest(String job, String kind, int limit);
}
