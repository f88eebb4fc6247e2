package io.jenkins.plugins.mlci.cli;

import io.jenkins.plugins.mlci.deploygate.gate.Assessment;
import io.jenkins.plugins.mlci.deploygate.strategy.Advice;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;

/** An assessment for people: the verdict, why, what would help, what is alike, how good the gate was. */
final class GateText {
    private GateText() {}

    static void print(Assessment assessment, String compared, List<String> takenBack, Consumer<String> lines) {
        lines.accept(assessment.headline());
        if (!compared.isEmpty()) {
            lines.accept(compared);
        }
        lines.accept("Roll-out: " + assessment.strategy().text() + ". "
                + assessment.strategy().because());
        lines.accept("Why:");
        assessment.reasons().forEach(reason -> lines.accept("  - " + reason));
        if (!assessment.advice().isEmpty()) {
            lines.accept("What would lower the risk:");
            for (Advice advice : assessment.advice()) {
                lines.accept("  - " + advice.action() + " " + advice.because());
            }
        }
        if (!assessment.similar().isEmpty()) {
            lines.accept("Similar deployments:");
            for (Assessment.Similar each : assessment.similar()) {
                String went =
                        each.failed().map(failed -> failed ? "failed" : "good").orElse("not known yet");
                lines.accept(String.format(
                        Locale.ROOT,
                        "  - %s, %s%s (%.0f %% alike)",
                        each.deployment(),
                        went,
                        each.title().isBlank() ? "" : ": " + each.title(),
                        100 * each.similarity()));
            }
        }
        takenBack.forEach(id -> lines.accept("This puts an earlier version back: " + id + " counts as rolled back."));
        lines.accept("The gate so far: " + assessment.trackRecord().sentence());
        if (assessment.drift().isDrifted()) {
            lines.accept(assessment.drift().sentence());
        }
        lines.accept(String.format(
                Locale.ROOT,
                "Model: %s, which has learned from %d outcome%s here (%d failed).",
                assessment.risk().source().name().toLowerCase(Locale.ROOT),
                assessment.risk().deployments(),
                assessment.risk().deployments() == 1 ? "" : "s",
                assessment.risk().failures()));
    }
}
