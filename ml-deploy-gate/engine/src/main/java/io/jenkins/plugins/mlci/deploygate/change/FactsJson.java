package io.jenkins.plugins.mlci.deploygate.change;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.jenkins.plugins.mlci.shared.history.BuildId;
import io.jenkins.plugins.mlci.shared.history.Deployment;
import java.util.ArrayList;
import java.util.List;

/**
 * The facts of a deployment as they are kept in the history: what the history has columns for as columns, the rest in the
 * member {@code facts} of its JSON, so that others may keep members of their own beside it.
 */
public final class FactsJson {
    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final int MAX_LIST = 5_000;

    private FactsJson() {}

    /** The deployment to keep. */
    public static Deployment deployment(DeploymentFacts facts, long buildNumber) {
        ObjectNode root = MAPPER.createObjectNode();
        root.set("facts", write(facts));
        return new Deployment(
                facts.id(),
                new BuildId(facts.job(), buildNumber),
                facts.environment(),
                facts.started(),
                root.toString());
    }

    /** What is in {@code facts}, as a JSON object. */
    public static ObjectNode write(DeploymentFacts facts) {
        ObjectNode node = MAPPER.createObjectNode();
        DeployedChange change = facts.change();
        NumberRecords.write(change.size(), node.putObject("size"));
        NumberRecords.write(change.past(), node.putObject("past"));
        NumberRecords.write(facts.build(), node.putObject("build"));
        ObjectNode text = node.putObject("text");
        text.put("title", change.text().title());
        text.put("bodyLength", change.text().bodyLength());
        change.text().labels().forEach(text.putArray("labels")::add);
        change.paths().stream().limit(MAX_LIST).forEach(node.putArray("paths")::add);
        change.subsystems().stream().limit(MAX_LIST).forEach(node.putArray("subsystems")::add);
        change.authors().stream().limit(MAX_LIST).forEach(node.putArray("authors")::add);
        if (Double.isFinite(change.leadHours())) {
            node.put("leadHours", change.leadHours());
        }
        return node;
    }

    /** The facts of a deployment that was kept; what its JSON does not say, or does not say well, is unknown. */
    public static DeploymentFacts read(Deployment deployment) {
        JsonNode node;
        try {
            node = MAPPER.readTree(deployment.json()).path("facts");
        } catch (JsonProcessingException e) {
            node = MAPPER.createObjectNode();
        }
        JsonNode text = node.path("text");
        ChangeText changeText = new ChangeText(
                text.path("title").asText(""),
                Math.max(-1, text.path("bodyLength").asInt(-1)),
                strings(text.path("labels")));
        double lead = node.path("leadHours").asDouble(Double.NaN);
        DeployedChange change = new DeployedChange(
                NumberRecords.read(ChangeSize.class, node.path("size")),
                NumberRecords.read(ChangePast.class, node.path("past")),
                changeText,
                strings(node.path("paths")),
                strings(node.path("subsystems")),
                strings(node.path("authors")),
                lead >= 0 && Double.isFinite(lead) ? lead : Double.NaN);
        return new DeploymentFacts(
                deployment.id(),
                deployment.build().job(),
                deployment.environment(),
                deployment.started(),
                change,
                NumberRecords.read(BuildSignals.class, node.path("build")));
    }

    private static List<String> strings(JsonNode array) {
        List<String> texts = new ArrayList<>();
        for (JsonNode element : array) {
            if (element.isTextual() && texts.size() < MAX_LIST) {
                texts.add(element.textValue());
            }
        }
        return texts;
    }
}
