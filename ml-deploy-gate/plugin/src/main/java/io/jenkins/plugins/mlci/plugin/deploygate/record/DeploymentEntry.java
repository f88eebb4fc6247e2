package io.jenkins.plugins.mlci.plugin.deploygate.record;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** One deployment of one build. */
public final class DeploymentEntry {
    private final String id;
    private final String node;
    private final String environment;
    private final String version;
    private final long started;
    private final ArrayList<String> takenBack;
    private final String problem;
    private String result = "";
    private long ended;

    /**
     * A deployment that has started.
     *
     * @param id in the history
     * @param node id of the pipeline's node that deploys
     * @param version what is deployed; empty when unknown
     * @param takenBack ids of the deployments that it takes back, when it puts an earlier version back
     * @param problem why the history does not know it; empty when it does
     */
    public DeploymentEntry(
            String id,
            String node,
            String environment,
            String version,
            Instant started,
            List<String> takenBack,
            String problem) {
        this.id = id;
        this.node = node;
        this.environment = environment;
        this.version = version;
        this.started = started.toEpochMilli();
        this.takenBack = new ArrayList<>(takenBack);
        this.problem = problem;
    }

    /** The id of the deployment in the history. */
    public String getId() {
        return id;
    }

    public String getNode() {
        return node;
    }

    public String getEnvironment() {
        return environment;
    }

    /** What was deployed; empty when unknown. */
    public String getVersion() {
        return version;
    }

    public Instant getStarted() {
        return Instant.ofEpochMilli(started);
    }

    /** Ids of the deployments that it took back; empty when it is no rollback. */
    public List<String> getTakenBack() {
        return List.copyOf(takenBack);
    }

    /** Why the history does not know it; empty when it does. */
    public String getProblem() {
        return problem;
    }

    /** {@code succeeded}, {@code failed}, {@code aborted}, or empty while it runs. */
    public synchronized String getResult() {
        return result;
    }

    public synchronized Optional<Instant> getEnded() {
        return ended == 0 ? Optional.empty() : Optional.of(Instant.ofEpochMilli(ended));
    }

    synchronized void end(String how, Instant when) {
        result = how;
        ended = when.toEpochMilli();
    }
}
