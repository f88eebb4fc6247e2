package io.jenkins.plugins.mlci.plugin.deploygate.record;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** One deployment of one build, and what of it the history has still to be told. Changed only by {@link DeploymentAction}. */
public final class DeploymentEntry {
    private final String id;
    private final String node;
    private final String environment;
    private final String version;
    private final long started;
    private ArrayList<String> takenBack = new ArrayList<>();
    private String problem = "";
    private String result = "";
    private long ended;
    private boolean startUnsent;
    private boolean startLate;
    private boolean endUnsent;

    /**
     * A deployment that starts, and that the history does not know yet.
     *
     * @param id in the history
     * @param node id of the pipeline's node that deploys
     * @param version what is deployed; empty when unknown
     */
    public DeploymentEntry(String id, String node, String environment, String version, Instant started) {
        this.id = id;
        this.node = node;
        this.environment = environment;
        this.version = version;
        this.started = started.toEpochMilli();
        this.startUnsent = true;
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

    /** Ids of the deployments that it took back; empty when it is no rollback, or when that is not known yet. */
    public synchronized List<String> getTakenBack() {
        return List.copyOf(takenBack);
    }

    /** Why the history does not know all of it; empty when it does. */
    public synchronized String getProblem() {
        return problem;
    }

    /** {@code succeeded}, {@code failed}, {@code aborted}, or empty while it runs. */
    public synchronized String getResult() {
        return result;
    }

    public synchronized Optional<Instant> getEnded() {
        return ended == 0 ? Optional.empty() : Optional.of(Instant.ofEpochMilli(ended));
    }

    /** Whether the history has still to be told that it started. */
    public synchronized boolean isStartUnsent() {
        return startUnsent;
    }

    /** Whether the history was told that it started only afterwards, and may have been told of later deployments before. */
    public synchronized boolean isStartLate() {
        return startLate;
    }

    /** Whether the history has still to be told how it ended. */
    public synchronized boolean isEndUnsent() {
        return endUnsent;
    }

    /** Whether the history has still to be told something. */
    public synchronized boolean isUnsent() {
        return startUnsent || endUnsent;
    }

    synchronized void end(String how, Instant when) {
        result = how;
        ended = when.toEpochMilli();
        endUnsent = true;
    }

    synchronized void startSent(List<String> taken, boolean late) {
        takenBack = new ArrayList<>(taken);
        startLate = late;
        startUnsent = false;
        problem = "";
    }

    synchronized void endSent() {
        endUnsent = false;
        problem = "";
    }

    synchronized void notSent(String why, boolean later) {
        problem = why;
        startUnsent = later && startUnsent;
        endUnsent = later && endUnsent;
    }
}
