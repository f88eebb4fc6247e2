package io.jenkins.plugins.mlci.cli;

import io.jenkins.plugins.mlci.deploygate.gate.IncidentDesk;
import io.jenkins.plugins.mlci.deploygate.incident.IncidentJson;
import io.jenkins.plugins.mlci.deploygate.incident.IncidentRecord;
import io.jenkins.plugins.mlci.shared.history.HistoryStore;
import io.jenkins.plugins.mlci.shared.learn.TrainingContext;
import java.io.IOException;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code mlci incident resolve}. */
@Command(name = "resolve", description = "Record that an incident is over, and what resolved it.")
final class IncidentResolveCommand implements Callable<Integer> {
    private final CommandContext context;

    @Parameters(index = "0", paramLabel = "ID", description = "The incident's id.")
    private String id;

    @Option(
            names = "--how",
            required = true,
            paramLabel = "TEXT",
            description = "What resolved it, in words; the next one that is alike is told.")
    private String how;

    @Option(names = "--at", paramLabel = "TIME", description = "When it was over. Default: now.")
    private Instant time;

    IncidentResolveCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public Integer call() throws IOException {
        id = OptionChecks.text("The id", id);
        String words = OptionChecks.text("--how", how);
        Instant now = OptionChecks.past("--at", time, context.environment().clock());
        try (HistoryStore store = context.openExistingStore()) {
            IncidentRecord known =
                    store.incidents().find(id).map(IncidentJson::read).orElseThrow(() -> IncidentText.unknown(id));
            if (!known.isOpen()) {
                context.remark("The incident " + id + " is over already; nothing changed.");
            }
            IncidentRecord resolved = new IncidentDesk(store, TrainingContext.seeded(7))
                    .resolve(id, end(known, now), words)
                    .orElseThrow(() -> IncidentText.unknown(id));
            context.print("Resolved: " + id + ": " + resolved.resolution());
            context.json(IncidentText.json(resolved, Optional.empty()));
        }
        return ExitCode.OK.code();
    }

    /** When it was over: never before it was noticed, be it by a clock that runs ahead. */
    private Instant end(IncidentRecord known, Instant now) {
        if (time != null && known.isOpen() && now.isBefore(known.opened())) {
            throw OptionChecks.usage("--at lies before " + known.opened() + ", when " + id + " was noticed.");
        }
        return now.isBefore(known.opened()) ? known.opened() : now;
    }
}
