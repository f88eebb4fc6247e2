package io.jenkins.plugins.mlci.cli;

import io.jenkins.plugins.mlci.deploygate.delivery.DeliveryReader;
import io.jenkins.plugins.mlci.deploygate.delivery.DeployedVersion;
import io.jenkins.plugins.mlci.deploygate.delivery.DoraFigures;
import io.jenkins.plugins.mlci.deploygate.delivery.OutcomeRecorder;
import io.jenkins.plugins.mlci.deploygate.policy.Share;
import io.jenkins.plugins.mlci.shared.history.Deployment;
import io.jenkins.plugins.mlci.shared.history.DeploymentResult;
import io.jenkins.plugins.mlci.shared.history.HistoryStore;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code mlci outcome}: how a deployment went. */
@Command(
        name = "outcome",
        description = {
            "Record how a deployment went, as soon as it is known; told twice it is kept once.",
            "Afterwards the delivery figures of the environment over the last 90 days are printed."
        })
final class OutcomeCommand implements Callable<Integer> {
    private static final Duration WINDOW = Duration.ofDays(90);
    private static final int MOST = 10_000;

    private final CommandContext context;

    /** How people say it. */
    enum Result {
        success(DeploymentResult.SUCCEEDED),
        failure(DeploymentResult.FAILED),
        rolled_back(DeploymentResult.ROLLED_BACK),
        incident(DeploymentResult.INCIDENT),
        aborted(DeploymentResult.ABORTED);

        private final DeploymentResult result;

        Result(DeploymentResult result) {
            this.result = result;
        }

        @Override
        public String toString() {
            return name().replace('_', '-');
        }
    }

    @Parameters(
            index = "0",
            paramLabel = "DEPLOYMENT",
            description = "The deployment's id, as 'mlci gate' was given it.")
    private String deployment;

    @Parameters(
            index = "1",
            paramLabel = "RESULT",
            description = "One of: success, failure, rolled-back, incident, aborted.")
    private String result;

    @Option(
            names = "--at",
            paramLabel = "TIME",
            description = "When that was known, not before the deployment started. Default: now.")
    private Instant time;

    @Option(
            names = "--key",
            paramLabel = "KEY",
            description = "What makes two reports the same; a second one with the same key changes nothing.")
    private String key = "";

    @Option(
            names = "--note",
            paramLabel = "TEXT",
            description = "What else is known. What looks like a secret is masked; keep people out.")
    private String note = "";

    OutcomeCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public Integer call() throws IOException {
        deployment = OptionChecks.text("The deployment's id", deployment);
        DeploymentResult known = result();
        Instant now = context.environment().clock().instant();
        try (HistoryStore store = context.openExistingStore()) {
            Deployment found = store.deployments()
                    .find(deployment)
                    .orElseThrow(() -> new CommandException(
                            ExitCode.NOT_FOUND,
                            "The deployment " + deployment + " is not known; 'mlci gate --start' records one."));
            boolean isNew = record(store, known, now);
            List<DeployedVersion> recent = DeliveryReader.read(store, found.environment(), Map.of(), MOST);
            DoraFigures figures = DoraFigures.of(recent, now.minus(WINDOW), now.plusSeconds(1));
            context.print(isNew ? "Recorded: " + deployment + " " + result + "." : "Known already; nothing changed.");
            context.print(sentence(found.environment(), figures));
            Map<String, Object> json = new LinkedHashMap<>();
            json.put("deployment", deployment);
            json.put("environment", found.environment());
            json.put("recorded", isNew);
            json.put("deployments", figures.deployments());
            json.put("perWeek", figures.perWeek());
            put(json, "leadHours", figures.leadHours());
            put(json, "changeFailureRate", figures.changeFailureRate().estimate());
            json.put("changeFailureRateLow", figures.changeFailureRate().low());
            json.put("changeFailureRateHigh", figures.changeFailureRate().high());
            put(json, "restoreHours", figures.restoreHours());
            context.json(json);
        }
        return ExitCode.OK.code();
    }

    private DeploymentResult result() {
        for (Result each : Result.values()) {
            if (each.toString().equals(result.strip().toLowerCase(Locale.ROOT))) {
                return each.result;
            }
        }
        throw new CommandException(
                ExitCode.USAGE,
                "A deployment ends with one of " + List.of(Result.values()) + ", not with " + result + ".");
    }

    private boolean record(HistoryStore store, DeploymentResult known, Instant now) {
        try {
            return new OutcomeRecorder(store).report(deployment, known, Optional.ofNullable(time), now, key, note);
        } catch (IllegalArgumentException e) {
            throw new CommandException(ExitCode.USAGE, e.getMessage());
        }
    }

    private static String sentence(String environment, DoraFigures figures) {
        Share failed = figures.changeFailureRate();
        return String.format(
                        Locale.ROOT,
                        "%s, 90 days: %d deployment%s (%.1f a week)",
                        environment,
                        figures.deployments(),
                        figures.deployments() == 1 ? "" : "s",
                        figures.perWeek())
                + (Double.isNaN(figures.leadHours()) ? "" : ", lead time " + hours(figures.leadHours()))
                + (failed.all() == 0
                        ? ", no outcome known"
                        : String.format(
                                Locale.ROOT,
                                ", %d of %d failed (%.0f to %.0f %%)",
                                failed.hits(),
                                failed.all(),
                                100 * failed.low(),
                                100 * failed.high()))
                + restored(failed, figures.restoreHours())
                + ".";
    }

    private static String restored(Share failed, double hours) {
        if (!Double.isNaN(hours)) {
            return ", restored in " + hours(hours);
        }
        return failed.hits() == 0 ? "" : ", not restored yet as far as is known";
    }

    private static String hours(double hours) {
        return String.format(Locale.ROOT, "%.1f h", hours);
    }

    private static void put(Map<String, Object> json, String name, double value) {
        if (!Double.isNaN(value)) {
            json.put(name, value);
        }
    }
}
