package io.jenkins.plugins.mlci.cli;

import io.jenkins.plugins.mlci.logscan.category.CategoryModel;
import io.jenkins.plugins.mlci.logscan.cause.CauseModel;
import io.jenkins.plugins.mlci.logscan.replay.CauseTraining;
import io.jenkins.plugins.mlci.logscan.replay.LabelledLogs;
import io.jenkins.plugins.mlci.logscan.replay.LogBacktest;
import io.jenkins.plugins.mlci.logscan.replay.ReadCase;
import io.jenkins.plugins.mlci.shared.model.ModelFile;
import io.jenkins.plugins.mlci.shared.model.PortableModel;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code mlci train-prior logs}: the ranker of causes and the categories. */
@Command(
        name = "logs",
        description = "Learn the ranker of causes and the categories of failures from all labelled logs of a folder"
                + " (docs/model-card-log-cause.md). The same logs and seed give the same models.")
final class TrainPriorLogsCommand implements Callable<Integer> {
    private final CommandContext context;

    @Option(
            names = "--data",
            required = true,
            paramLabel = "DIR",
            description = "The folder with the data sets, or the one above it.")
    private Path data;

    @Option(
            names = "--out",
            required = true,
            paramLabel = "DIR",
            description = "The folder for the models; folders cause and category are made in it.")
    private Path out;

    @Option(names = "--seed", defaultValue = "7", description = "Seed of all chance. Default: ${DEFAULT-VALUE}.")
    private long seed;

    TrainPriorLogsCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public Integer call() throws IOException {
        LabelledLogs logs = LabelledLogs.read(context.resolve(data));
        for (String missing : logs.missing()) {
            context.remark("The data set " + missing + " is not there and is left out.");
        }
        if (logs.cases().isEmpty()) {
            throw new CommandException(ExitCode.NOT_FOUND, "There is no labelled log in " + data + ".");
        }
        List<ReadCase> cases;
        try (Progress progress = context.progress("Reading logs", 0)) {
            cases = new LogBacktest(seed, progress::step)
                    .read(logs).stream().filter(ReadCase::learned).toList();
        }
        CauseTraining training = new CauseTraining(seed);
        CauseModel causes = training.causes(cases);
        CategoryModel categories = training.categories(cases, causes);
        Map<String, PortableModel> files = new LinkedHashMap<>();
        files.put("cause/" + CauseModel.LINES, causes.lines());
        files.put("cause/" + CauseModel.HEADLINE, causes.headline());
        categories
                .models()
                .forEach((category, model) -> files.put("category/" + CategoryModel.fileName(category), model));
        for (Map.Entry<String, PortableModel> file : files.entrySet()) {
            Path path = context.resolve(out).resolve(file.getKey());
            Path folder = path.getParent();
            if (folder != null) {
                Files.createDirectories(folder);
            }
            new ModelFile(path).save(file.getValue());
            context.print("Wrote " + file.getKey());
        }
        context.json(Map.of("logs", cases.size(), "files", List.copyOf(files.keySet())));
        return ExitCode.OK.code();
    }
}
