package io.jenkins.plugins.mlci.deploygate.delivery;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.jenkins.plugins.mlci.shared.history.Deployment;
import io.jenkins.plugins.mlci.shared.history.DeploymentOutcome;
import io.jenkins.plugins.mlci.shared.history.DeploymentResult;
import io.jenkins.plugins.mlci.shared.history.HistoryStore;
import java.time.Instant;
import java.util.List;

/** Keeps deployments and how they went; what is reported twice is kept once. */
public final class OutcomeRecorder {
    private static final ObjectMapper MAPPER = new ObjectMapper();

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
     * Keeps an outcome.
     *
     * @param key what makes two reports the same one; the empty string where only equal result and time do
     * @param note what else is known, secrets masked; empty when nothing
     * @return false when it was known already, and nothing changed
     * @throws IllegalArgumentException when the deployment is unknown
     */
    public boolean record(String deployment, DeploymentResult result, Instant observed, String key, String note) {
        for (DeploymentOutcome known : store.deployments().outcomes(deployment)) {
            boolean sameKey = !key.isEmpty() && key.equals(key(known));
            if (sameKey || known.result() == result && known.observed().equals(observed)) {
                return false;
            }
        }
        ObjectNode json = MAPPER.createObjectNode();
        json.put("key", key);
        json.put("note", note);
        store.deployments().record(new DeploymentOutcome(deployment, result, observed, json.toString()));
        return true;
    }

    private static String key(DeploymentOutcome outcome) {
        try {
            return MAPPER.readTree(outcome.json()).path("key").asText("");
        } catch (JsonProcessingException e) {
            return "";
        }
    }
}
