package io.jenkins.plugins.mlci.deploygate.gate;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.jenkins.plugins.mlci.deploygate.policy.Share;
import io.jenkins.plugins.mlci.deploygate.policy.Verdict;
import io.jenkins.plugins.mlci.deploygate.risk.Contribution;
import io.jenkins.plugins.mlci.deploygate.risk.RiskEstimate;
import io.jenkins.plugins.mlci.deploygate.strategy.Advice;
import io.jenkins.plugins.mlci.deploygate.strategy.Strategy;
import io.jenkins.plugins.mlci.shared.history.Decision;
import java.util.Locale;
import java.util.Optional;

/** An assessment as it is kept as a decision, and as programs read it. */
public final class AssessmentJson {
    /** Kind of the decisions that the gate takes. */
    public static final String KIND = "deploy-gate";

    private static final ObjectMapper MAPPER = new ObjectMapper();

    private AssessmentJson() {}

    /**
     * What is needed of an earlier decision.
     *
     * @param deployment its id
     * @param probability that it was given; NaN when unknown
     */
    public record Kept(String deployment, Verdict verdict, double probability) {}

    /** The assessment as a JSON object. */
    public static ObjectNode write(Assessment assessment) {
        ObjectNode json = MAPPER.createObjectNode();
        json.put("deployment", assessment.deployment());
        json.put("environment", assessment.environment());
        json.put("taken", assessment.taken().toString());
        json.put("verdict", lower(assessment.verdict()));
        json.put("binding", assessment.binding());
        json.put("headline", assessment.headline());
        risk(assessment.risk(), json.putObject("risk"));
        ObjectNode thresholds = json.putObject("thresholds");
        thresholds.put("canary", assessment.thresholds().canary());
        thresholds.put("approve", assessment.thresholds().approve());
        thresholds.put("block", assessment.thresholds().block());
        strategy(assessment.strategy(), json.putObject("strategy"));
        assessment.reasons().forEach(json.putArray("reasons")::add);
        ArrayNode advice = json.putArray("advice");
        for (Advice each : assessment.advice()) {
            number(
                    advice.addObject().put("action", each.action()).put("because", each.because()),
                    "probability",
                    each.probability());
        }
        ArrayNode similar = json.putArray("similar");
        for (Assessment.Similar each : assessment.similar()) {
            ObjectNode one = similar.addObject();
            one.put("deployment", each.deployment());
            one.put("started", each.started().toString());
            one.put("title", each.title());
            one.put("similarity", each.similarity());
            each.failed().ifPresent(failed -> one.put("failed", failed));
        }
        ObjectNode record = json.putObject("trackRecord");
        record.put("sentence", assessment.trackRecord().sentence());
        record.put("mature", assessment.trackRecord().isMature());
        share(assessment.trackRecord().failuresStopped(), record.putObject("failuresStopped"));
        share(assessment.trackRecord().goodStopped(), record.putObject("goodStopped"));
        share(assessment.trackRecord().stopsRight(), record.putObject("stopsRight"));
        json.putObject("drift")
                .put("level", assessment.drift().verdict().level().name().toLowerCase(Locale.ROOT))
                .put("sentence", assessment.drift().sentence());
        assessment.remarks().forEach(json.putArray("remarks")::add);
        return json;
    }

    /** What was kept of a decision; empty when it is none of the gate's. */
    public static Optional<Kept> read(Decision decision) {
        try {
            JsonNode json = MAPPER.readTree(decision.json());
            String deployment = json.path("deployment").asText("");
            if (!decision.kind().equals(KIND) || deployment.isEmpty()) {
                return Optional.empty();
            }
            Verdict verdict = Verdict.valueOf(json.path("verdict").asText("").toUpperCase(Locale.ROOT));
            double probability = json.path("risk").path("probability").asDouble(Double.NaN);
            return Optional.of(new Kept(deployment, verdict, probability));
        } catch (JsonProcessingException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static void risk(RiskEstimate risk, ObjectNode json) {
        json.put("probability", risk.probability());
        json.put("low", risk.low());
        json.put("high", risk.high());
        json.put("level", risk.level());
        json.put("usual", risk.usual());
        json.put("deployments", risk.deployments());
        json.put("failures", risk.failures());
        json.put("source", risk.source().name().toLowerCase(Locale.ROOT));
        ArrayNode contributions = json.putArray("contributions");
        for (Contribution each : risk.contributions()) {
            ObjectNode one = contributions.addObject();
            one.put("group", each.group());
            one.put("logOdds", each.logOdds());
            one.put("sentence", each.sentence());
        }
    }

    private static void strategy(Strategy strategy, ObjectNode json) {
        json.put("text", strategy.text());
        json.put("because", strategy.because());
        if (strategy instanceof Strategy.Canary canary) {
            json.put("kind", "canary")
                    .put("share", canary.share())
                    .put("soakMinutes", canary.soak().toMinutes());
        } else if (strategy instanceof Strategy.Rolling rolling) {
            json.put("kind", "rolling")
                    .put("steps", rolling.steps())
                    .put("pauseMinutes", rolling.pause().toMinutes());
        } else {
            json.put("kind", strategy instanceof Strategy.Wait ? "wait" : "all-at-once");
        }
    }

    private static void share(Share share, ObjectNode json) {
        json.put("hits", share.hits());
        json.put("all", share.all());
        number(json, "estimate", share.estimate());
        json.put("low", share.low());
        json.put("high", share.high());
    }

    /** JSON knows no NaN: such a number is left out. */
    private static void number(ObjectNode json, String name, double value) {
        if (Double.isFinite(value)) {
            json.put(name, value);
        }
    }

    private static String lower(Verdict verdict) {
        return verdict.name().toLowerCase(Locale.ROOT);
    }
}
