package io.jenkins.plugins.mlci.cli;

import io.jenkins.plugins.mlci.deploygate.incident.IncidentJson;
import io.jenkins.plugins.mlci.deploygate.incident.SimilarIncidents;
import io.jenkins.plugins.mlci.shared.history.HistoryStore;
import io.jenkins.plugins.mlci.shared.history.Incident;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code mlci incident similar}. */
@Command(name = "similar", description = "Earlier incidents that read alike, and what resolved them.")
final class IncidentSimilarCommand implements Callable<Integer> {
    private static final int MOST = 20_000;

    private final CommandContext context;

    @Parameters(index = "0", paramLabel = "ID|TEXT", description = "An incident's id, or any text.")
    private String asked;

    @Option(names = "--limit", defaultValue = "5", description = "How many at most. Default: ${DEFAULT-VALUE}.")
    private int limit;

    IncidentSimilarCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public Integer call() throws IOException {
        if (limit < 1) {
            throw new CommandException(ExitCode.USAGE, "--limit must be 1 or more.");
        }
        try (HistoryStore store = context.openExistingStore()) {
            Optional<Incident> known = store.incidents().find(asked.strip());
            String text =
                    known.map(IncidentJson::read).map(each -> each.words()).orElse(asked);
            List<SimilarIncidents.Match> matches = new SimilarIncidents(store.incidents().newest(MOST).stream()
                            .map(IncidentJson::read)
                            .toList())
                    .to(text, known.map(Incident::id).orElse(""), limit);
            if (matches.isEmpty()) {
                context.print("No earlier incident shares a word with it.");
            }
            matches.forEach(match -> context.print(line(match)));
            context.json(
                    Map.of("similar", matches.stream().map(IncidentText::json).toList()));
        }
        return ExitCode.OK.code();
    }

    static String line(SimilarIncidents.Match match) {
        String how = match.incident().resolution();
        return String.format(
                Locale.ROOT,
                "%s (%.0f %% alike): %s%s",
                match.incident().id(),
                100 * match.similarity(),
                match.incident().title(),
                how.isBlank() ? "" : ". Resolved by: " + how);
    }
}
