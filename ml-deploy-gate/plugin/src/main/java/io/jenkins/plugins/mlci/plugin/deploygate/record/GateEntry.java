package io.jenkins.plugins.mlci.plugin.deploygate.record;

import com.fasterxml.jackson.databind.JsonNode;
import io.jenkins.plugins.mlci.deploygate.policy.Verdict;
import io.jenkins.plugins.mlci.plugin.deploygate.policy.GateMode;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * One gate of one build: what was said, who decided what, and what came of it. Kept in the build with XStream; the assessment itself
 * is in a file of its own. Read freely; changed only by {@link GateAction#change}.
 */
public final class GateEntry {
    private final String id;
    private final String node;
    private final String environment;
    private final String deployment;
    private final GateMode mode;
    private final String policy;
    private final long taken;
    private final String verdict;
    private final String headline;
    private final ArrayList<String> reasons;
    private final long frozenUntil;
    private final boolean assessed;
    private final WaitRule rule;
    private final ArrayList<Say> approvals = new ArrayList<>();
    private GateState state;
    private Say rejection;
    private Say override;
    private long deadline;
    private long ended;
    private boolean unsent;
    private transient Path folder;

    /**
     * A gate that has just been asked.
     *
     * @param id unique in its build
     * @param node id of the pipeline's node that asked
     */
    GateEntry(String id, String node, GateSaid said, WaitRule rule, Path folder) {
        this.id = id;
        this.node = node;
        this.environment = said.environment();
        this.deployment = said.deployment();
        this.mode = said.mode();
        this.policy = said.policy();
        this.taken = said.taken().toEpochMilli();
        this.verdict = said.verdict().name();
        this.headline = said.headline();
        this.reasons = new ArrayList<>(said.reasons());
        this.frozenUntil = said.frozenUntil().map(Instant::toEpochMilli).orElse(0L);
        this.assessed = said.assessment().isPresent();
        this.rule = rule;
        this.state = GateState.ADVISED;
        this.folder = folder;
    }

    void loaded(Path buildFolder) {
        folder = buildFolder;
    }

    /** Whether all that must be there is there; a file of another version, or a damaged one, may lack some. */
    synchronized boolean isReadable() {
        boolean texts = id != null && node != null && environment != null && deployment != null && headline != null;
        return texts
                && mode != null
                && reasons != null
                && rule != null
                && approvals != null
                && state != null
                && Arrays.stream(Verdict.values()).anyMatch(each -> each.name().equals(verdict));
    }

    /** Unique in its build, and safe in a URL. */
    public String getId() {
        return id;
    }

    /** The id of the pipeline's node that asked. */
    public String getNode() {
        return node;
    }

    public String getEnvironment() {
        return environment;
    }

    /** The id of the deployment in the history. */
    public String getDeployment() {
        return deployment;
    }

    public GateMode getMode() {
        return mode;
    }

    /** The policy as its author wrote it. */
    public String getPolicy() {
        return policy;
    }

    public Instant getTaken() {
        return Instant.ofEpochMilli(taken);
    }

    public Verdict getVerdict() {
        return Verdict.valueOf(verdict);
    }

    /** The verdict with the probability, in one line. */
    public String getHeadline() {
        return headline;
    }

    /** In plain sentences, the weightiest first; why it was not assessed where it was not. */
    public List<String> getReasons() {
        return List.copyOf(reasons);
    }

    /** When the freeze ends that holds; empty when none does. */
    public Optional<Instant> getFrozenUntil() {
        return frozenUntil == 0 ? Optional.empty() : Optional.of(Instant.ofEpochMilli(frozenUntil));
    }

    /** Whether there is an assessment; otherwise something was broken, and the reasons say what. */
    public boolean isAssessed() {
        return assessed;
    }

    /**
     * The assessment as the engine's {@code AssessmentJson} writes it.
     *
     * @throws IOException with a sentence when there is none, or its file is gone or damaged
     */
    public JsonNode readAssessment() throws IOException {
        if (!assessed) {
            throw new IOException("This deployment was not assessed.");
        }
        return AssessmentFile.read(folder, id);
    }

    public WaitRule getRule() {
        return rule;
    }

    public synchronized GateState getState() {
        return state;
    }

    /** Who approved so far. */
    public synchronized List<Say> getApprovals() {
        return List.copyOf(approvals);
    }

    public synchronized Optional<Say> getRejection() {
        return Optional.ofNullable(rejection);
    }

    public synchronized Optional<Say> getOverride() {
        return Optional.ofNullable(override);
    }

    /** Until when is waited; empty while not waiting, and for ever. */
    public synchronized Optional<Instant> getDeadline() {
        return deadline == 0 ? Optional.empty() : Optional.of(Instant.ofEpochMilli(deadline));
    }

    /** When it was decided; empty while waiting. */
    public synchronized Optional<Instant> getEnded() {
        return ended == 0 ? Optional.empty() : Optional.of(Instant.ofEpochMilli(ended));
    }

    /** Whether the history has still to be told what was said and how it ended. */
    public synchronized boolean isUnsent() {
        return unsent;
    }

    synchronized void unsent(boolean still) {
        unsent = still;
    }

    /** How many people must still approve. */
    public synchronized int getMissing() {
        return state == GateState.WAITING_FOR_APPROVAL ? Math.max(0, rule.getApprovers() - approvals.size()) : 0;
    }

    /** Begins to wait, or is over at once. */
    synchronized void begin(GateState next, Instant now) {
        state = next;
        long wait = next == GateState.WAITING_FOR_OVERRIDE ? rule.getOverrideMillis() : rule.getWaitMillis();
        deadline = next.isWaiting() && wait > 0 ? now.toEpochMilli() + wait : 0;
        ended = next.isWaiting() ? 0 : now.toEpochMilli();
    }

    /** Adds an approval, and ends the waiting when it was the last that was missing. */
    synchronized void approve(Say say) {
        approvals.add(say);
        if (approvals.size() >= rule.getApprovers()) {
            begin(GateState.APPROVED, say.getTime());
        }
    }

    synchronized void reject(Say say) {
        rejection = say;
        begin(GateState.REJECTED, say.getTime());
    }

    synchronized void override(Say say) {
        override = say;
        begin(GateState.OVERRIDDEN, say.getTime());
    }
}
