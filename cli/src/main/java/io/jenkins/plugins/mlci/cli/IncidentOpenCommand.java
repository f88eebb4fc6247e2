package io.jenkins.plugins.mlci.cli;

import io.jenkins.plugins.mlci.deploygate.gate.EnvironmentNames;
import io.jenkins.plugins.mlci.deploygate.gate.IncidentDesk;
import io.jenkins.plugins.mlci.deploygate.incident.IncidentJson;
import io.jenkins.plugins.mlci.deploygate.incident.IncidentRecord;
import io.jenkins.plugins.mlci.shared.history.Deployment;
import io.jenkins.plugins.mlci.shared.history.HistoryStore;
import io.jenkins.plugins.mlci.shared.learn.TrainingContext;
import java.io.IOException;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code mlci incident open}. */
@Command(
        name = "open",
        description = {
            "Record an incident and say what is known: its category, how urgent it seems, the deployment that probably"
                    + " caused it, similar incidents and what resolved them, what to do.",
            "While it is open, the gate stops the line in its environment. An id that is known already changes nothing."
        })
final class IncidentOpenCommand implements Callable<Integer> {
    private final CommandContext context;

    @Parameters(index = "0", paramLabel = "ID", description = "The incident's id, such as INC-12.")
    private String id;

    @Option(
            names = {"-e", "--environment"},
            required = true,
            paramLabel = "NAME",
            description = "Where it broke, such as prod.")
    private String environment;

    @Option(
            names = "--title",
            required = true,
            paramLabel = "TEXT",
            description = "What broke, in one line. Keep people and secrets out.")
    private String title;

    @Option(names = "--text", paramLabel = "TEXT", description = "The rest of the description.")
    private String text = "";

    @Option(names = "--source", paramLabel = "NAME", description = "Who reported it, such as pager or user.")
    private String source = "";

    @Option(names = "--job", paramLabel = "NAME", description = "The job or service that is affected.")
    private String job = "";

    @Option(
            names = "--deployment",
            paramLabel = "ID",
            description = "The deployment that caused it, where that is known; it then counts as failed.")
    private String deployment = "";

    @Option(names = "--category", paramLabel = "NAME", description = "What kind it is. Default: as learned.")
    private String category = "";

    @Option(
            names = "--priority",
            paramLabel = "NAME",
            description = "How bad it is; blocker, critical, urgent, highest, high, p0 and p1 are urgent.")
    private String priority = "";

    @Option(names = "--at", paramLabel = "TIME", description = "When it was noticed. Default: now.")
    private Instant time;

    IncidentOpenCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public Integer call() throws IOException {
        IncidentRecord incident = incident();
        try (HistoryStore store = context.openStore()) {
            Optional<IncidentRecord> known =
                    store.incidents().find(incident.id()).map(IncidentJson::read);
            if (known.isPresent()) {
                say(known(known.get(), incident), Optional.empty());
                return ExitCode.OK.code();
            }
            checkDeployment(store, incident);
            EnvironmentNames.remark(incident.environment(), store.deployments().environments())
                    .ifPresent(context::remark);
            IncidentDesk desk = new IncidentDesk(store, TrainingContext.seeded(7));
            IncidentDesk.Opinion opinion = desk.consider(incident);
            say(desk.open(incident, opinion), Optional.of(opinion));
        }
        return ExitCode.OK.code();
    }

    /** The incident that the options describe. */
    private IncidentRecord incident() {
        return new IncidentRecord(
                OptionChecks.name("The id", id),
                OptionChecks.text("--title", title),
                text,
                source,
                OptionChecks.name("--environment", environment),
                job,
                OptionChecks.optionalName("--deployment", deployment),
                OptionChecks.past("--at", time, context.environment().clock()),
                Optional.empty(),
                OptionChecks.optionalName("--category", category),
                OptionChecks.optionalName("--priority", priority),
                "",
                IncidentRecord.Guesses.NONE);
    }

    /** The known incident, when it may be the same one. */
    private IncidentRecord known(IncidentRecord known, IncidentRecord asked) {
        if (!known.isOpen()) {
            throw new CommandException(
                    ExitCode.INPUT, "The incident " + known.id() + " is resolved already; give a new one a new id.");
        }
        if (!known.environment().equals(asked.environment())) {
            throw new CommandException(
                    ExitCode.INPUT,
                    "The incident " + known.id() + " is known already, in " + known.environment()
                            + ", and nothing changed; give another one an id of its own.");
        }
        context.remark("The incident " + known.id() + " is known already; nothing changed.");
        return known;
    }

    private static void checkDeployment(HistoryStore store, IncidentRecord incident) {
        String named = incident.deployment();
        if (named.isEmpty()) {
            return;
        }
        Deployment blamed = store.deployments()
                .find(named)
                .orElseThrow(
                        () -> new CommandException(ExitCode.NOT_FOUND, "The deployment " + named + " is not known."));
        if (incident.opened().isBefore(blamed.started())) {
            throw OptionChecks.usage("The deployment " + named + " started at " + blamed.started()
                    + " and cannot have caused what was noticed at " + incident.opened() + ".");
        }
    }

    private void say(IncidentRecord incident, Optional<IncidentDesk.Opinion> opinion) throws IOException {
        IncidentText.print(incident, opinion, context::print);
        context.json(IncidentText.json(incident, opinion));
    }
}
