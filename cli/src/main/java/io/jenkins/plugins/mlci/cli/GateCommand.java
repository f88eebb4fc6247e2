package io.jenkins.plugins.mlci.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.jenkins.plugins.mlci.deploygate.change.DeployedChange;
import io.jenkins.plugins.mlci.deploygate.change.DeploymentFacts;
import io.jenkins.plugins.mlci.deploygate.delivery.DeliveryReader;
import io.jenkins.plugins.mlci.deploygate.delivery.OutcomeRecorder;
import io.jenkins.plugins.mlci.deploygate.gate.Assessment;
import io.jenkins.plugins.mlci.deploygate.gate.AssessmentJson;
import io.jenkins.plugins.mlci.deploygate.gate.BuildSignalReader;
import io.jenkins.plugins.mlci.deploygate.gate.ChangeFacts;
import io.jenkins.plugins.mlci.deploygate.gate.DeployGate;
import io.jenkins.plugins.mlci.deploygate.gate.GateRequest;
import io.jenkins.plugins.mlci.deploygate.policy.Verdict;
import io.jenkins.plugins.mlci.shared.history.BuildId;
import io.jenkins.plugins.mlci.shared.history.Deployment;
import io.jenkins.plugins.mlci.shared.history.HistoryStore;
import io.jenkins.plugins.mlci.testselector.change.Change;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code mlci gate}: how risky a deployment is, why, and how to roll it out. */
@Command(
        name = "gate",
        description = {
            "Say how likely a deployment is to fail, why, and how to roll it out. Advises only, unless --enforce is"
                    + " given.",
            "What is said is kept as a decision, so that 'mlci outcome' can tell later whether it was right."
        })
final class GateCommand implements Callable<Integer> {
    private final CommandContext context;

    @Option(
            names = {"-e", "--environment"},
            required = true,
            paramLabel = "NAME",
            description = "Where to deploy, such as prod.")
    private String environment;

    @Option(
            names = "--deployment",
            paramLabel = "ID",
            description = "The deployment's id. Default: JOB#BUILD@ENVIRONMENT.")
    private String deployment = "";

    @Option(
            names = "--version-deployed",
            paramLabel = "V",
            description =
                    "What is deployed: version, image digest or commit. Default: the commit. An earlier version that"
                            + " comes back is recognised as a rollback.")
    private String version = "";

    @Option(names = "--title", paramLabel = "TEXT", description = "First line that says what the change is about.")
    private String title = "";

    @Option(
            names = "--lead-hours",
            paramLabel = "H",
            defaultValue = "NaN",
            description = "Hours from the oldest commit to now. Default: unknown.")
    private double leadHours;

    @Option(
            names = "--start",
            description = "Also record that the deployment starts now; not where --enforce stops it.")
    private boolean start;

    @Option(names = "--repairs", description = "It repairs an open incident, and so passes a stopped line.")
    private boolean repairs;

    @Option(
            names = "--bypass-freeze",
            paramLabel = "REASON",
            description = "Deploy in a freeze; the reason is kept. It passes over no risk.")
    private String bypass = "";

    @Option(
            names = "--approved",
            paramLabel = "REASON",
            description = "People have approved; why is kept. Counts only where the verdict is to approve.")
    private String approved = "";

    @Option(
            names = "--zone",
            paramLabel = "ZONE",
            defaultValue = "UTC",
            description = "Whose clock working hours are on, such as Europe/Berlin. Default: ${DEFAULT-VALUE}.")
    private ZoneId zone = ZoneId.of("UTC");

    @Mixin
    private PolicyOfGate policy = new PolicyOfGate();

    @Mixin
    private BuildOptions build = new BuildOptions();

    @Mixin
    private ChangeOptions change = new ChangeOptions();

    GateCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public Integer call() throws IOException {
        Path repository = change.repository(context);
        String job = build.job(context, repository);
        long number = build.number(context).orElse(1);
        Clock clock = context.environment().clock();
        try (HistoryStore store = context.openStore()) {
            List<String> remarks = new ArrayList<>();
            DeploymentFacts facts = facts(store, new BuildId(job, number), clock.instant(), remarks);
            GateRequest request =
                    new GateRequest(facts, number, bypass.isBlank() ? Optional.empty() : Optional.of(bypass), repairs);
            RiskModels.Named model = RiskModels.fresh();
            model.problem().ifPresent(remarks::add);
            Assessment assessment =
                    new DeployGate(store, policy.policy(), model.assessor(), clock, zone).assess(request);
            new DeployGate.Recorder(store).record(request, assessment, model.name(), approved);
            ExitCode exit = exit(assessment);
            List<String> takenBack = List.of();
            if (start && exit == ExitCode.OK) {
                takenBack =
                        new OutcomeRecorder(store).started(DeliveryReader.deployment(facts, number, deployedVersion()));
            }
            remarks.addAll(assessment.remarks());
            context.remarks(remarks);
            GateText.print(assessment, takenBack, context::print);
            ObjectNode json = AssessmentJson.write(assessment);
            remarks.forEach(json.withArray("remarks")::add);
            takenBack.forEach(json.putArray("rolledBack")::add);
            context.json(json);
            return exit.code();
        }
    }

    private ExitCode exit(Assessment assessment) {
        if (!policy.isEnforced()) {
            return ExitCode.OK;
        }
        if (assessment.verdict() == Verdict.BLOCK) {
            return ExitCode.BLOCKED;
        }
        return assessment.verdict() == Verdict.APPROVE && approved.isBlank() ? ExitCode.APPROVAL : ExitCode.OK;
    }

    private DeploymentFacts facts(HistoryStore store, BuildId id, Instant now, List<String> remarks)
            throws IOException {
        Optional<String> last = store.deployments().newest(id.job(), environment, 1).stream()
                .map((Deployment each) -> DeliveryReader.version(each))
                .filter(known -> known.matches("[0-9a-f]{40}"))
                .findFirst();
        Change read = change.read(context, last, context.pseudonyms());
        DeployedChange changed;
        if (read instanceof Change.Known known) {
            changed = ChangeFacts.of(known.changes(), title, leadHours);
        } else {
            remarks.add("What changes is unknown: " + ((Change.Unknown) read).reason());
            changed = ChangeFacts.of(io.jenkins.plugins.mlci.shared.history.ChangeSet.EMPTY, title, leadHours);
        }
        String name = deployment.isBlank() ? id + "@" + environment : deployment;
        return new DeploymentFacts(name, id.job(), environment, now, changed, BuildSignalReader.of(store, id));
    }

    private String deployedVersion() {
        return version.isBlank() ? change.commitId(context).orElse("") : version;
    }
}
