package io.jenkins.plugins.mlci.deploygate.delivery;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.jenkins.plugins.mlci.deploygate.change.DeploymentFacts;
import io.jenkins.plugins.mlci.deploygate.change.FactsJson;
import io.jenkins.plugins.mlci.shared.history.Deployment;
import io.jenkins.plugins.mlci.shared.history.DeploymentOutcome;
import io.jenkins.plugins.mlci.shared.history.DeploymentResult;
import io.jenkins.plugins.mlci.shared.history.HistoryStore;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Reads what was deployed, with what came of it, from the history. */
public final class DeliveryReader {
    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final String VERSION = "version";
    private static final String COMMIT = "commit";
    /** SHA-1 or SHA-256, as Git writes it. */
    private static final Pattern FULL_ID = Pattern.compile("[0-9a-f]{40}|[0-9a-f]{64}");

    private DeliveryReader() {}

    /** The deployment to keep, with its version beside its facts. */
    public static Deployment deployment(DeploymentFacts facts, long build, String version) {
        return deployment(facts, build, version, "");
    }

    /**
     * The same with the commit, since a version need not be one.
     *
     * @param commit its full id; empty when unknown
     */
    public static Deployment deployment(DeploymentFacts facts, long build, String version, String commit) {
        Deployment plain = FactsJson.deployment(facts, build);
        if (!(tree(plain.json()) instanceof ObjectNode json)) {
            return plain;
        }
        json.put(VERSION, version);
        if (!commit.isEmpty()) {
            json.put(COMMIT, commit);
        }
        return new Deployment(plain.id(), plain.build(), plain.environment(), plain.started(), json.toString());
    }

    /** What a deployment deployed; empty when unknown. */
    public static String version(Deployment deployment) {
        return tree(deployment.json()).path(VERSION).asText("");
    }

    /** The commit that a deployment deployed; where it was not kept, its version if that is a commit's full id. */
    public static Optional<String> commit(Deployment deployment) {
        JsonNode json = tree(deployment.json());
        return Stream.of(COMMIT, VERSION)
                .map(name -> json.path(name).asText(""))
                .filter(text -> FULL_ID.matcher(text).matches())
                .findFirst();
    }

    /**
     * The newest deployments into an environment, oldest first.
     *
     * @param predicted the risk that each was given, by id; a deployment that is not there was not predicted
     * @param most how many at most
     */
    public static List<DeployedVersion> read(
            HistoryStore store, String environment, Map<String, Double> predicted, int most) {
        List<Deployment> deployments = new ArrayList<>(store.deployments().newest(environment, most));
        Collections.reverse(deployments);
        List<DeployedVersion> read = new ArrayList<>();
        for (Deployment deployment : deployments) {
            read.add(of(
                    deployment,
                    store.deployments().outcomes(deployment.id()),
                    predicted.getOrDefault(deployment.id(), Double.NaN)));
        }
        return withRestoring(read);
    }

    private static DeployedVersion of(Deployment deployment, List<DeploymentOutcome> outcomes, double predicted) {
        Optional<DeploymentOutcome> decisive = decisive(outcomes);
        DeploymentFacts facts = FactsJson.read(deployment);
        return new DeployedVersion(
                deployment.id(),
                deployment.build().job(),
                deployment.environment(),
                deployment.started(),
                version(deployment),
                facts.change().leadHours(),
                predicted,
                decisive.map(DeploymentOutcome::result),
                decisive.map(DeploymentOutcome::observed),
                Optional.empty());
    }

    /** The first failure, else the first success, else the first abort. */
    public static Optional<DeploymentOutcome> decisive(List<DeploymentOutcome> outcomes) {
        return outcomes.stream()
                .filter(each -> each.result().isFailure())
                .findFirst()
                .or(() -> outcomes.stream()
                        .filter(each -> each.result() == DeploymentResult.SUCCEEDED)
                        .findFirst())
                .or(() -> outcomes.stream().findFirst());
    }

    /** A failure is over when it was rolled back, or else when the next deployment that did not fail started. */
    private static List<DeployedVersion> withRestoring(List<DeployedVersion> deployments) {
        List<DeployedVersion> restored = new ArrayList<>();
        for (int i = 0; i < deployments.size(); i++) {
            DeployedVersion each = deployments.get(i);
            restored.add(each.failed() ? restored(each, deployments.subList(i + 1, deployments.size())) : each);
        }
        return restored;
    }

    private static DeployedVersion restored(DeployedVersion failed, List<DeployedVersion> later) {
        Optional<Instant> well =
                failed.result().filter(DeploymentResult.ROLLED_BACK::equals).isPresent()
                        ? failed.known()
                        : later.stream()
                                .filter(DeployedVersion::good)
                                .map(DeployedVersion::started)
                                .findFirst();
        return new DeployedVersion(
                failed.id(),
                failed.job(),
                failed.environment(),
                failed.started(),
                failed.version(),
                failed.leadHours(),
                failed.predicted(),
                failed.result(),
                failed.known(),
                well);
    }

    private static JsonNode tree(String json) {
        try {
            return MAPPER.readTree(json);
        } catch (JsonProcessingException e) {
            return MAPPER.createObjectNode();
        }
    }
}
