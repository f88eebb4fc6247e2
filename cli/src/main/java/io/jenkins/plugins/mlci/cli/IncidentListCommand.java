package io.jenkins.plugins.mlci.cli;

import io.jenkins.plugins.mlci.deploygate.incident.IncidentJson;
import io.jenkins.plugins.mlci.deploygate.incident.IncidentRecord;
import io.jenkins.plugins.mlci.shared.history.HistoryStore;
import io.jenkins.plugins.mlci.shared.history.Incident;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code mlci incident list}. */
@Command(name = "list", description = "The newest incidents, newest first.")
final class IncidentListCommand implements Callable<Integer> {
    private final CommandContext context;

    @Option(
            names = {"-e", "--environment"},
            paramLabel = "NAME",
            defaultValue = "",
            description = "Only those of this environment.")
    private String environment;

    @Option(names = "--open", description = "Only those that are not over.")
    private boolean open;

    @Option(names = "--limit", defaultValue = "50", description = "How many at most. Default: ${DEFAULT-VALUE}.")
    private int limit;

    IncidentListCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public Integer call() throws IOException {
        if (limit < 1) {
            throw new CommandException(ExitCode.USAGE, "--limit must be 1 or more.");
        }
        try (HistoryStore store = context.openExistingStore()) {
            List<Incident> newest = environment.isBlank()
                    ? store.incidents().newest(open ? Integer.MAX_VALUE : limit)
                    : store.incidents().newest(environment.strip(), open ? Integer.MAX_VALUE : limit);
            List<IncidentRecord> incidents = newest.stream()
                    .map(IncidentJson::read)
                    .filter(each -> !open || each.isOpen())
                    .limit(limit)
                    .toList();
            if (incidents.isEmpty()) {
                context.print("There is no " + (open ? "open " : "") + "incident; 'mlci incident open' records one.");
            } else {
                TextTable table = new TextTable("id", "environment", "opened", "over", "category", "title");
                incidents.forEach(each -> table.row(
                        each.id(),
                        each.environment(),
                        each.opened(),
                        each.resolved().map(Object::toString).orElse("open"),
                        each.category().isBlank() ? "?" : each.category(),
                        each.title()));
                table.print(context::print);
            }
            context.json(Map.of(
                    "incidents",
                    incidents.stream()
                            .map(each -> IncidentText.json(each, Optional.empty()))
                            .toList()));
        }
        return ExitCode.OK.code();
    }
}
