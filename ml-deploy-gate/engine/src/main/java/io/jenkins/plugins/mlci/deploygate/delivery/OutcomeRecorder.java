package io.jenkins.plugins.mlci.deploygate.delivery;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.jenkins.plugins.mlci.shared.history.Deployment;
import io.jenkins.plugins.mlci.shared.history.DeploymentOutcome;
import io.jenkins.plugins.mlci.shared.history.DeploymentResult;
import io.jenkins.plugins.mlci.shared.history.HistoryStore;
import io.jenkins.plugins.mlci.shared.secret.SecretText;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Keeps deployments and how they went; what is reported twice is kept once. */
public final class OutcomeRecorder {
    private static final ObjectMapper MAPPER = new ObjectMapper();
    /** Clocks differ a little. */
    private static final Duration AHEAD = Duration.ofMinutes(5);

    private final HistoryStore store;

    /** A recorder into this history. */
    public OutcomeRecorder(HistoryStore store) {
        this.store = store;
    }

    /**
     * Keeps a deployment that starts. When it puts an earlier version back, the newer deployments that it takes back get the
     * outcome that they were rolled back.
     *
     * @return the deployments that are taken back, oldest first
     */
    public List<String> started(Deployment deployment) {
        List<Deployment> arrived = before(deployment).arrived();
        store.deployments().record(deployment);
        return takeBack(deployment, arrived);
    }

    /**
     * Makes up for a deployment that was kept only after later ones had started: what those took back, of it and of the ones
     * before it, gets the outcome that it was rolled back. To be called when its own end is kept too, as far as there is one,
     * since what never arrived is not taken back.
     */
    public void caughtUp(Deployment late) {
        List<Deployment> known = before(late).known();
        List<Deployment> later = known.stream()
                .filter(each -> each.started().isAfter(late.started()))
                .toList();
        if (!later.isEmpty()) {
            List<Deployment> arrived = before(late).arrived(known);
            later.forEach(each -> takeBack(each, arrived));
        }
    }

    private DeployedBefore before(Deployment deployment) {
        return new DeployedBefore(store, deployment.build().job(), deployment.environment());
    }

    /** Gives those that a deployment takes back, of those that arrived, their outcome; their ids, oldest first. */
    private List<String> takeBack(Deployment by, List<Deployment> arrived) {
        List<String> takenBack = DeployedBefore.takenBack(arrived, by.id(), DeliveryReader.version(by), by.started());
        for (String id : takenBack) {
            record(id, DeploymentResult.ROLLED_BACK, by.started(), "rollback-by-" + by.id(), "");
        }
        return takenBack;
    }

    /**
     * Keeps an outcome that somebody reports.
     *
     * @param said when it was observed, as they say; empty for now
     * @param now the time of the report
     * @param key what makes two reports the same one; the empty string where only equal result and time do
     * @param note what else is known; what looks like a secret is masked
     * @return false when it was known already, and nothing changed
     * @throws IllegalArgumentException when the deployment is unknown, or the time lies before its start or after now
     */
    public boolean report(
            String deployment, DeploymentResult result, Optional<Instant> said, Instant now, String key, String note) {
        Deployment known = find(deployment);
        said.ifPresent(time -> {
            if (time.isBefore(known.started())) {
                throw new IllegalArgumentException("The deployment " + deployment + " started at " + known.started()
                        + "; its outcome cannot be known at " + time + " already.");
            }
            if (time.isAfter(now.plus(AHEAD))) {
                throw new IllegalArgumentException(
                        "An outcome cannot be known at " + time + ", which is in the future.");
            }
        });
        return record(deployment, result, said.orElse(now), key, note);
    }

    /**
     * Keeps an outcome. One that was observed before the deployment started, as clocks of two machines have it, counts as
     * observed at its start.
     *
     * @param key what makes two reports the same one; the empty string where only equal result and time do
     * @param note what else is known; what looks like a secret is masked. Empty when nothing
     * @return false when it was known already, and nothing changed
     * @throws IllegalArgumentException when the deployment is unknown
     */
    public boolean record(String deployment, DeploymentResult result, Instant observed, String key, String note) {
        Instant started = find(deployment).started();
        Instant time = observed.isBefore(started) ? started : observed;
        for (DeploymentOutcome known : store.deployments().outcomes(deployment)) {
            boolean sameKey = !key.isEmpty() && key.equals(key(known));
            if (sameKey || known.result() == result && known.observed().equals(time)) {
                return false;
            }
        }
        ObjectNode json = MAPPER.createObjectNode();
        json.put("key", key);
        json.put("note", SecretText.mask(note));
        store.deployments().record(new DeploymentOutcome(deployment, result, time, json.toString()));
        return true;
    }

    private Deployment find(String deployment) {
        return store.deployments()
                .find(deployment)
                .orElseThrow(
                        () -> new IllegalArgumentException("The deployment " + deployment + " is not in the history."));
    }

    private static String key(DeploymentOutcome outcome) {
        try {
            return MAPPER.readTree(outcome.json()).path("key").asText("");
        } catch (JsonProcessingException e) {
            return "";
        }
    }
}
