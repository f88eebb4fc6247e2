package io.jenkins.plugins.mlci.deploygate.delivery;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.jenkins.plugins.mlci.shared.history.Deployment;
import io.jenkins.plugins.mlci.shared.history.DeploymentOutcome;
import io.jenkins.plugins.mlci.shared.history.DeploymentResult;
import io.jenkins.plugins.mlci.shared.history.HistoryStore;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Keeps deployments and how they went; what is reported twice is kept once. */
public final class OutcomeRecorder {
    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final int LOOK_BACK = 200;

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
        List<RollbackDetector.Step> earlier = new ArrayList<>();
        for (Deployment each :
                store.deployments().newest(deployment.build().job(), deployment.environment(), LOOK_BACK)) {
            if (each.started().isBefore(deployment.started()) && !each.id().equals(deployment.id()) && arrived(each)) {
                earlier.add(new RollbackDetector.Step(each.id(), DeliveryReader.version(each)));
            }
        }
        Collections.reverse(earlier);
        store.deployments().record(deployment);
        List<String> takenBack = RollbackDetector.takenBack(earlier, DeliveryReader.version(deployment)).stream()
                .map(RollbackDetector.Step::id)
                .toList();
        for (String id : takenBack) {
            record(id, DeploymentResult.ROLLED_BACK, deployment.started(), "rollback-by-" + deployment.id(), "");
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

    /** Whether it got into the environment, as far as is known. */
    private boolean arrived(Deployment deployment) {
        List<DeploymentOutcome> outcomes = store.deployments().outcomes(deployment.id());
        return outcomes.stream()
                .noneMatch(
                        each -> each.result() == DeploymentResult.FAILED || each.result() == DeploymentResult.ABORTED);
    }
}
