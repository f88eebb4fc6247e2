package io.jenkins.plugins.mlci.cli;

import com.fasterxml.jackson.databind.JsonNode;
import io.jenkins.plugins.mlci.shared.history.HistoryStore;
import io.jenkins.plugins.mlci.shared.history.ModelTable;
import io.jenkins.plugins.mlci.shared.history.StoredModel;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code mlci models}: the trained models of a history. */
@Command(
        name = "models",
        description = "List and show the trained models, and decide which of them count.",
        subcommands = {
            ModelsCommand.ListModels.class,
            ModelsCommand.ShowModel.class,
            ModelStateCommand.RollBack.class,
            ModelStateCommand.Suspend.class,
            ModelStateCommand.Resume.class
        })
final class ModelsCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        spec.commandLine().usage(spec.commandLine().getErr());
        return ExitCode.USAGE.code();
    }

    /** {@code mlci models list}. */
    @Command(name = "list", description = "All versions of all models, or of those of one scope.")
    static final class ListModels implements Callable<Integer> {
        private final CommandContext context;

        @Option(
                names = "--scope",
                paramLabel = "SCOPE",
                description = "Only the models of this scope, such as job:team/app, or of the job of this name.")
        private String scope = "";

        ListModels(CommandContext context) {
            this.context = context;
        }

        @Override
        public Integer call() throws IOException {
            List<Map<String, Object>> rows = new ArrayList<>();
            try (HistoryStore store = context.openExistingStore()) {
                ModelTable models = store.models();
                List<String> scopes = scope.isEmpty() ? models.scopes() : scopes(models, scope);
                for (String each : scopes) {
                    models.list(each).forEach(model -> rows.add(row(model)));
                }
            }
            if (rows.isEmpty()) {
                context.print(scope.isEmpty() ? "There is no model yet." : "There is no model for " + scope + " yet.");
            } else {
                TextTable table = new TextTable("scope", "kind", "version", "state", "created", "because");
                rows.forEach(row -> table.row(
                        row.get("scope"),
                        row.get("kind"),
                        row.get("version"),
                        row.get("state"),
                        row.get("created"),
                        reason(row)));
                table.print(context::print);
            }
            context.json(Map.of("models", rows));
            return ExitCode.OK.code();
        }
    }

    /** {@code mlci models show}. */
    @Command(name = "show", description = "Print a model: the JSON that decides, with where it comes from.")
    static final class ShowModel implements Callable<Integer> {
        private final CommandContext context;

        @Parameters(index = "0", paramLabel = "SCOPE", description = "What the model is for, such as a job.")
        private String scope;

        @Parameters(index = "1", paramLabel = "KIND", description = "What it decides.")
        private String kind;

        @Parameters(
                index = "2",
                arity = "0..1",
                paramLabel = "VERSION",
                description = "Which version. Default: the newest.")
        private Integer version;

        @Option(names = "--full", description = "All of it; otherwise long texts and lists are cut.")
        private boolean full;

        ShowModel(CommandContext context) {
            this.context = context;
        }

        @Override
        public Integer call() throws IOException {
            try (HistoryStore store = context.openExistingStore()) {
                ModelTable models = store.models();
                StoredModel model = scopes(models, scope).stream()
                        .flatMap(each -> models.list(each).stream())
                        .filter(each -> each.kind().equals(kind))
                        .filter(each -> version == null || each.version() == version)
                        .reduce((older, newer) -> newer)
                        .orElseThrow(() -> new CommandException(
                                ExitCode.NOT_FOUND,
                                "There is no such model of " + scope + "; 'mlci models list' shows which there are."));
                byte[] json = models.read(model.scope(), kind, model.version()).orElseThrow();
                String text = full ? new String(json, StandardCharsets.UTF_8) : Shortened.json(json);
                row(model).forEach((name, value) -> context.print(name + ": " + value));
                context.printLines(text);
                Map<String, Object> result = new LinkedHashMap<>(row(model));
                result.put("model", JsonOutput.parse(text));
                context.json(result);
            }
            return ExitCode.OK.code();
        }
    }

    /** The scopes that a name means: itself, and the job of this name. */
    private static List<String> scopes(ModelTable models, String name) {
        return models.scopes().stream()
                .filter(scope -> scope.equals(name) || scope.equals("job:" + name))
                .toList();
    }

    private static String reason(Map<String, Object> row) {
        return row.get("metrics") instanceof JsonNode facts
                ? facts.path("reason").asText()
                : "";
    }

    private static Map<String, Object> row(StoredModel model) {
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("scope", model.scope());
        row.put("kind", model.kind());
        row.put("version", model.version());
        row.put("state", model.state());
        row.put("created", model.created().toString());
        row.put("metrics", JsonOutput.parse(model.metrics()));
        return row;
    }
}
