package io.jenkins.plugins.mlci.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.jenkins.plugins.mlci.deploygate.change.DeploymentFacts;
import io.jenkins.plugins.mlci.deploygate.delivery.DeliveryReader;
import io.jenkins.plugins.mlci.deploygate.delivery.DeployedBefore;
import io.jenkins.plugins.mlci.deploygate.delivery.OutcomeRecorder;
import io.jenkins.plugins.mlci.deploygate.gate.Assessment;
import io.jenkins.plugins.mlci.deploygate.gate.AssessmentJson;
import io.jenkins.plugins.mlci.deploygate.gate.BuildSignalReader;
import io.jenkins.plugins.mlci.deploygate.gate.ChangeFacts;
import io.jenkins.plugins.mlci.deploygate.gate.DeployGate;
import io.jenkins.plugins.mlci.deploygate.gate.GateRequest;
import io.jenkins.plugins.mlci.deploygate.policy.GatePolicy;
import io.jenkins.plugins.mlci.deploygate.policy.Verdict;
import io.jenkins.plugins.mlci.shared.history.BuildId;
import io.jenkins.plugins.mlci.shared.history.Deployment;
import io.jenkins.plugins.mlci.shared.history.HistoryStore;
import io.jenkins.plugins.mlci.shared.secret.SecretText;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
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
    private static final int MOST_CHARACTERS = 255;

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

    @Option(
            names = "--title",
            paramLabel = "TEXT",
            description = "First line that says what the change is about. What looks like a secret is masked.")
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

    @Option(
            names = "--repairs",
            description =
                    "It repairs an open incident, and so passes a stopped line. An earlier version that comes back passes"
                            + " by itself.")
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
        GatePolicy rules = policy.policy();
        environment = environment.strip();
        deployment = deployment.strip();
        requireSense();
        Path repository = change.repository(context);
        String job = build.job(context, repository);
        Clock clock = context.environment().clock();
        try (HistoryStore store = context.openStore()) {
            DeployedBefore before = new DeployedBefore(store, job, environment);
            long number = build.number(context).orElseGet(before::nextBuild);
            BuildId id = new BuildId(job, number);
            String name = deployment.isBlank() ? id + "@" + environment : deployment;
            GateChange compared = GateChange.read(context, change, before.reference(name));
            List<String> remarks = new ArrayList<>(compared.problems());
            DeploymentFacts facts = new DeploymentFacts(
                    name,
                    job,
                    environment,
                    clock.instant(),
                    ChangeFacts.of(compared.changes(), SecretText.mask(title), leadHours),
                    BuildSignalReader.of(store, id));
            String commit = change.commitId(context).orElse("");
            Deployment starting =
                    DeliveryReader.deployment(facts, number, version.isBlank() ? commit : version, commit);
            Optional<String> known = known(store, starting);
            known.ifPresent(remarks::add);
            boolean back = before.isRollback(name, DeliveryReader.version(starting), facts.started());
            GateRequest request = new GateRequest(
                    facts,
                    number,
                    bypass.isBlank() ? Optional.empty() : Optional.of(SecretText.mask(bypass)),
                    repairs || back,
                    false);
            RiskModels.Named model = RiskModels.fresh();
            model.problem().ifPresent(remarks::add);
            Assessment assessment = new DeployGate(store, rules, model.assessor(), clock, zone).assess(request);
            new DeployGate.Recorder(store).record(request, assessment, model.name(), SecretText.mask(approved));
            ExitCode exit = exit(assessment);
            boolean starts = start && known.isEmpty() && exit == ExitCode.OK;
            List<String> takenBack = starts ? new OutcomeRecorder(store).started(starting) : List.of();
            remarks.addAll(assessment.remarks());
            context.remarks(remarks);
            GateText.print(assessment, compared.sentence(), takenBack, context::print);
            if (back) {
                context.print("An earlier version comes back: an open incident does not stop it.");
            }
            if (starts) {
                context.print("Recorded that " + name + " starts; 'mlci outcome' takes how it goes.");
            }
            ObjectNode json = AssessmentJson.write(assessment);
            json.put("started", starts);
            json.put("compared", compared.sentence());
            json.put("rollback", back);
            remarks.forEach(json.putArray("remarks")::add);
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

    private void requireSense() {
        if (environment.isEmpty() || environment.length() > MOST_CHARACTERS || deployment.length() > MOST_CHARACTERS) {
            throw new CommandException(
                    ExitCode.USAGE,
                    "--environment and --deployment take a name of 1 to " + MOST_CHARACTERS + " characters.");
        }
        if (leadHours < 0 || Double.isInfinite(leadHours)) {
            throw new CommandException(ExitCode.USAGE, "--lead-hours takes 0 or more hours, not " + leadHours + ".");
        }
    }

    /** A build that runs again has the number that it had: that must not end it, nor change what is known of its first run. */
    private Optional<String> known(HistoryStore store, Deployment starting) {
        return start
                ? DeployedBefore.clash(store, starting)
                        .map(known -> known + " It is not recorded once more: give this one an id of its own with"
                                + " --deployment, or its build's number with --build.")
                : Optional.empty();
    }
}
