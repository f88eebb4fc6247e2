package io.jenkins.plugins.mlci.plugin.deploygate.service;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import hudson.model.Run;
import io.jenkins.plugins.mlci.deploygate.gate.AssessmentJson;
import io.jenkins.plugins.mlci.plugin.deploygate.record.GateEntry;
import io.jenkins.plugins.mlci.plugin.deploygate.record.GateState;
import io.jenkins.plugins.mlci.plugin.deploygate.record.Say;
import io.jenkins.plugins.mlci.shared.history.BuildId;
import io.jenkins.plugins.mlci.shared.history.Decision;
import io.jenkins.plugins.mlci.shared.secret.SecretText;
import java.io.IOException;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Collectors;

/** Adds to the decision in the history what people decided, and why. Who they were stays with the build and in the audit log. */
public final class DecisionKeeper {
    private static final Logger LOGGER = Logger.getLogger(DecisionKeeper.class.getName());

    private DecisionKeeper() {}

    /** Keeps how a gate ended; what cannot be kept is logged. */
    public static void ended(Run<?, ?> run, GateEntry entry) {
        JsonNode read;
        try {
            read = entry.readAssessment();
        } catch (IOException e) {
            LOGGER.log(Level.FINE, "Nothing is added to a decision", e);
            return;
        }
        ObjectNode json = read.deepCopy();
        json.put("approved", entry.getState() == GateState.APPROVED ? reasons(entry) : "");
        json.put(
                "bypass",
                entry.getOverride().map(Say::getReason).map(SecretText::mask).orElse(""));
        json.put("ended", entry.getState().name().toLowerCase(java.util.Locale.ROOT));
        Answered<Boolean> kept = Answered.by(store -> {
            store.decisions()
                    .record(new Decision(
                            new BuildId(run.getParent().getFullName(), run.getNumber()),
                            AssessmentJson.KIND,
                            entry.getEnvironment(),
                            json.path("model").asText(""),
                            entry.getTaken(),
                            json.toString()));
            return true;
        });
        if (kept.value().isEmpty()) {
            LOGGER.log(
                    Level.WARNING, "How a gate of {0} ended could not be kept: {1}", new Object[] {run, kept.problem()
                    });
        }
    }

    private static String reasons(GateEntry entry) {
        String reasons = entry.getApprovals().stream()
                .map(Say::getReason)
                .filter(reason -> !reason.isEmpty())
                .map(SecretText::mask)
                .collect(Collectors.joining("; "));
        return reasons.isEmpty() ? "approved" : reasons;
    }
}
