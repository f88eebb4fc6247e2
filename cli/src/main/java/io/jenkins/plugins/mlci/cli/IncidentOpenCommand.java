package io.jenkins.plugins.mlci.cli;

import io.jenkins.plugins.mlci.deploygate.gate.IncidentDesk;
import io.jenkins.plugins.mlci.deploygate.incident.IncidentRecord;
import io.jenkins.plugins.mlci.shared.history.HistoryStore;
import io.jenkins.plugins.mlci.shared.history.Incident;
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
            "While it is open, the gate stops the line in its environment."
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
        Instant opened = time == null ? context.environment().clock().instant() : time;
        IncidentRecord incident = new IncidentRecord(
                id,
                title,
                text,
                source,
                environment,
                job,
                deployment,
                opened,
                Optional.empty(),
                category,
                priority,
                "");
        try (HistoryStore store = context.openStore()) {
            Optional<Incident> known = store.incidents().find(id);
            if (known.isPresent() && known.get().resolved().isPresent()) {
                throw new CommandException(
                        ExitCode.INPUT, "The incident " + id + " is resolved already; give a new one a new id.");
            }
            if (!deployment.isBlank() && store.deployments().find(deployment).isEmpty()) {
                throw new CommandException(ExitCode.NOT_FOUND, "The deployment " + deployment + " is not known.");
            }
            IncidentDesk desk = new IncidentDesk(store, TrainingContext.seeded(7));
            IncidentDesk.Opinion opinion = desk.consider(incident);
            IncidentRecord kept = desk.open(incident, opinion);
            IncidentText.print(kept, Optional.of(opinion), context::print);
            context.json(IncidentText.json(kept, Optional.of(opinion)));
        }
        return ExitCode.OK.code();
    }
}
