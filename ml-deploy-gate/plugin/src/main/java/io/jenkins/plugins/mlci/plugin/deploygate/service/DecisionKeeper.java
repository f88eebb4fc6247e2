package io.jenkins.plugins.mlci.plugin.deploygate.service;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import hudson.model.Run;
import io.jenkins.plugins.mlci.deploygate.gate.AssessmentJson;
import io.jenkins.plugins.mlci.plugin.deploygate.record.GateAction;
import io.jenkins.plugins.mlci.plugin.deploygate.record.GateEntry;
import io.jenkins.plugins.mlci.plugin.deploygate.record.GateState;
import io.jenkins.plugins.mlci.plugin.deploygate.record.Say;
import io.jenkins.plugins.mlci.shared.history.BuildId;
import io.jenkins.plugins.mlci.shared.history.Decision;
import io.jenkins.plugins.mlci.shared.secret.SecretText;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Collectors;

/**
 * Tells the history what gates said, and what people decided and why. Who they were stays with the build and in the audit log. What
 * the history cannot be told now stays with the build too, and is sent later.
 */
public final class DecisionKeeper {
    private static final Logger LOGGER = Logger.getLogger(DecisionKeeper.class.getName());
    /** A gate that is decided while it is told: what was decided must come last. */
    private static final Object ONE_AT_A_TIME = new Object();

    private DecisionKeeper() {}

    /** Keeps what a gate said, and how it ended where it has. One that was not assessed leaves nothing to learn from. */
    public static void keep(Run<?, ?> run, GateEntry entry) {
        if (!entry.isAssessed()) {
            return;
        }
        Optional<String> problem = send(run, entry);
        if (entry.isUnsent()) {
            UnsentBuilds.get().add(build(run));
        }
        problem.ifPresent(why -> LOGGER.log(
                Level.WARNING,
                entry.isUnsent()
                        ? "A gate of {0} is kept in the history later: {1}"
                        : "A gate of {0} is not kept in the history: {1}",
                new Object[] {run, why}));
    }

    /**
     * Tells what was left untold. There is one decision for each build and environment, so a newer gate goes before this one.
     *
     * @return why that could not be done; empty when it was. Whether the entry is still unsent says whether to try again
     */
    static Optional<String> sendLate(Run<?, ?> run, GateEntry entry) {
        List<GateEntry> all = GateAction.entries(run);
        boolean newer = all.subList(all.indexOf(entry) + 1, all.size()).stream()
                .anyMatch(each -> each.isAssessed() && each.getEnvironment().equals(entry.getEnvironment()));
        if (newer) {
            GateAction.of(run).unsent(entry, false);
            return Optional.empty();
        }
        return send(run, entry);
    }

    private static Optional<String> send(Run<?, ?> run, GateEntry entry) {
        synchronized (ONE_AT_A_TIME) {
            Optional<String> problem;
            boolean later;
            try {
                Decision decision = decision(run, entry);
                Answered<Boolean> kept = Answered.by(store -> {
                    store.decisions().record(decision);
                    return true;
                });
                later = kept.value().isEmpty() && kept.later();
                problem = kept.value().isEmpty() ? Optional.of(kept.problem()) : Optional.empty();
            } catch (IOException e) {
                later = false;
                problem = Optional.of(e.getMessage());
            }
            if (later != entry.isUnsent()) {
                GateAction.of(run).unsent(entry, later);
            }
            return problem;
        }
    }

    private static Decision decision(Run<?, ?> run, GateEntry entry) throws IOException {
        JsonNode said = entry.readAssessment();
        GateState state = entry.getState();
        ObjectNode json = said.deepCopy();
        json.put("approved", state == GateState.APPROVED ? reasons(entry) : "");
        json.put(
                "bypass",
                entry.getOverride().map(Say::getReason).map(SecretText::mask).orElse(""));
        json.put("ended", state.isWaiting() ? "" : state.name().toLowerCase(Locale.ROOT));
        return new Decision(
                build(run),
                AssessmentJson.KIND,
                entry.getEnvironment(),
                json.path("model").asText(""),
                entry.getTaken(),
                json.toString());
    }

    private static BuildId build(Run<?, ?> run) {
        return new BuildId(run.getParent().getFullName(), run.getNumber());
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
