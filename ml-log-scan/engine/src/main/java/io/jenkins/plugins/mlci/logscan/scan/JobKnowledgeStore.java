package io.jenkins.plugins.mlci.logscan.scan;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.jenkins.plugins.mlci.logscan.category.FailureCategory;
import io.jenkins.plugins.mlci.logscan.category.TransientKnowledge;
import io.jenkins.plugins.mlci.logscan.cause.Feedback;
import io.jenkins.plugins.mlci.shared.history.ModelTable;
import io.jenkins.plugins.mlci.shared.history.StoredModel;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What the jobs taught, in the shared history, as models of the kind {@value #KIND}. Of each job only the newest is kept. */
public final class JobKnowledgeStore {
    /** What it is called in the history. */
    public static final String KIND = "log-feedback";

    private static final int VERSION = 1;
    private static final String STATE = "active";
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Logger LOG = LoggerFactory.getLogger(JobKnowledgeStore.class);

    private final ModelTable models;

    /** @param models the models of a history */
    public JobKnowledgeStore(ModelTable models) {
        this.models = models;
    }

    /** What a job taught; nothing where there is nothing, or nothing that can be read. */
    public JobKnowledge read(String job) {
        Optional<StoredModel> newest = versions(job).stream().max(Comparator.comparingInt(StoredModel::version));
        Optional<byte[]> json = newest.flatMap(model -> models.read(job, KIND, model.version()));
        if (json.isEmpty()) {
            return JobKnowledge.none();
        }
        try {
            return parse(json.get());
        } catch (IOException | IllegalArgumentException e) {
            LOG.warn("What {} taught about its logs cannot be read and is begun anew: {}", job, e.getMessage());
            return JobKnowledge.none();
        }
    }

    /** Keeps what a job taught in place of what was kept before. */
    public void write(String job, JobKnowledge knowledge) {
        List<StoredModel> before = versions(job);
        String metrics = "{\"lines\":" + knowledge.feedback().votes().size() + "}";
        models.insert(job, KIND, STATE, metrics, format(knowledge));
        before.forEach(old -> models.delete(job, KIND, old.version()));
    }

    private List<StoredModel> versions(String job) {
        return models.list(job).stream()
                .filter(model -> model.kind().equals(KIND))
                .toList();
    }

    private static byte[] format(JobKnowledge knowledge) {
        ObjectNode json = JSON.createObjectNode();
        json.put("version", VERSION);
        ObjectNode votes = json.putObject("votes");
        knowledge.feedback().votes().forEach((line, vote) -> votes.put(Long.toHexString(line), vote));
        ObjectNode retried = json.putObject("retried");
        knowledge.retries().retried().forEach((category, count) -> retried.put(category.key(), count));
        ObjectNode helped = json.putObject("helped");
        knowledge.retries().helped().forEach((category, count) -> helped.put(category.key(), count));
        return json.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static JobKnowledge parse(byte[] bytes) throws IOException {
        JsonNode json = JSON.readTree(bytes);
        if (json.path("version").asInt() != VERSION) {
            throw new IOException("it has version " + json.path("version") + ", and " + VERSION + " is read.");
        }
        Map<Long, Integer> votes = new LinkedHashMap<>();
        for (Map.Entry<String, JsonNode> vote : json.path("votes").properties()) {
            votes.put(Long.parseUnsignedLong(vote.getKey(), 16), vote.getValue().asInt());
        }
        TransientKnowledge retries = new TransientKnowledge(counts(json.path("retried")), counts(json.path("helped")));
        return new JobKnowledge(new Feedback(votes), retries);
    }

    private static Map<FailureCategory, Double> counts(JsonNode node) {
        Map<FailureCategory, Double> counts = new EnumMap<>(FailureCategory.class);
        for (Map.Entry<String, JsonNode> count : node.properties()) {
            counts.put(FailureCategory.of(count.getKey()), count.getValue().asDouble());
        }
        return counts;
    }
}
