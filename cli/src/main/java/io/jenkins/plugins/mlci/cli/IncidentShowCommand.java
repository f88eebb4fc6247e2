package io.jenkins.plugins.mlci.cli;

import io.jenkins.plugins.mlci.deploygate.gate.IncidentDesk;
import io.jenkins.plugins.mlci.deploygate.incident.IncidentJson;
import io.jenkins.plugins.mlci.deploygate.incident.IncidentRecord;
import io.jenkins.plugins.mlci.shared.history.HistoryStore;
import io.jenkins.plugins.mlci.shared.learn.TrainingContext;
import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code mlci incident show}. */
@Command(name = "show", description = "One incident with what is thought of it now.")
final class IncidentShowCommand implements Callable<Integer> {
    private final CommandContext context;

    @Parameters(index = "0", paramLabel = "ID", description = "The incident's id.")
    private String id;

    IncidentShowCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public Integer call() throws IOException {
        id = OptionChecks.text("The id", id);
        try (HistoryStore store = context.openExistingStore()) {
            IncidentRecord incident =
                    store.incidents().find(id).map(IncidentJson::read).orElseThrow(() -> IncidentText.unknown(id));
            Optional<IncidentDesk.Opinion> opinion =
                    Optional.of(new IncidentDesk(store, TrainingContext.seeded(7)).consider(incident));
            IncidentText.print(incident, opinion, context::print);
            context.json(IncidentText.json(incident, opinion));
        }
        return ExitCode.OK.code();
    }
}
