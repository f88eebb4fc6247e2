package io.jenkins.plugins.mlci.cli;

import io.jenkins.plugins.mlci.testselector.rank.PriorJson;
import io.jenkins.plugins.mlci.testselector.rank.PriorModel;
import io.jenkins.plugins.mlci.testselector.replay.Backtest;
import io.jenkins.plugins.mlci.testselector.replay.PriorStudy;
import io.jenkins.plugins.mlci.testselector.replay.ReplayFolder;
import io.jenkins.plugins.mlci.testselector.replay.SubjectResult;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code mlci train-prior tests}: learns the prior model of test selection and says how good it is where it is new. */
@Command(
        name = "tests",
        description = {
            "Learn the prior model of test selection from a folder of public histories (docs/backtest.md), and replay each of"
                    + " them with a model that has not seen it.",
            "The same folder and seed give the same model."
        })
final class TrainPriorTestsCommand implements Callable<Integer> {
    private final CommandContext context;

    @Option(names = "--data", paramLabel = "DIR", required = true, description = "The folder of histories.")
    private Path data;

    @Option(
            names = "--only",
            paramLabel = "NAME",
            split = ",",
            description = "Learn only from subjects whose name is or begins with this; may be repeated.")
    private List<String> only = new ArrayList<>();

    @Option(
            names = "--evaluate",
            paramLabel = "NAME",
            split = ",",
            description = "Replay only these subjects, each with a model that has not seen it; 'none' for none.")
    private List<String> evaluate = new ArrayList<>();

    @Option(names = "--out", paramLabel = "FILE", description = "Write the model that all subjects teach.")
    private Path out;

    @Option(names = "--seed", defaultValue = "7", description = "Seed of all chance. Default: ${DEFAULT-VALUE}.")
    private long seed;

    TrainPriorTestsCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public Integer call() throws IOException {
        Path root = context.resolve(data);
        Map<String, Path> folders = new LinkedHashMap<>();
        for (Path folder : ReplayFolder.find(root)) {
            String name = root.relativize(folder).toString().replace('\\', '/');
            if (only.isEmpty() || only.stream().anyMatch(name::startsWith)) {
                folders.put(name, folder);
            }
        }
        if (folders.isEmpty()) {
            throw new CommandException(ExitCode.NOT_FOUND, "There is nothing to learn from: no subject matches.");
        }
        PriorStudy study = new PriorStudy(seed);
        try (Progress progress = context.progress("Reading histories", folders.size())) {
            for (Path folder : folders.values()) {
                study.add(ReplayFolder.read(root, folder));
                progress.step();
            }
        }
        study.rows().forEach((name, rows) -> context.print(name + ": " + rows + " rows"));
        if (out != null) {
            write(study);
        }
        evaluate(study, root, folders);
        return ExitCode.OK.code();
    }

    private void write(PriorStudy study) throws IOException {
        Map<String, Object> provenance = new LinkedHashMap<>();
        provenance.put("how", "mlci train-prior tests; see docs/model-card-test-prior.md");
        provenance.put("seed", seed);
        provenance.put("rows", study.rows());
        Path file = context.resolve(out);
        Path parent = file.toAbsolutePath().getParent();
        if (parent != null) {
            Files.createDirectories(parent);
        }
        Files.write(file, PriorJson.write(study.learn(), provenance));
        context.print("Model: " + out);
    }

    private void evaluate(PriorStudy study, Path root, Map<String, Path> folders) throws IOException {
        List<SubjectResult> results = new ArrayList<>();
        try (Progress progress = context.progress("Replaying builds", 0)) {
            for (Map.Entry<String, Path> folder : folders.entrySet()) {
                String name = folder.getKey();
                if (evaluate.isEmpty() || evaluate.stream().anyMatch(name::startsWith)) {
                    PriorModel unseen = study.without(name);
                    results.add(new Backtest(
                                    ReplayFolder.read(root, folder.getValue()),
                                    seed,
                                    null,
                                    (s, cycle, test, count, time, probability, selected) -> {},
                                    unseen)
                            .run(progress::step));
                }
            }
        }
        if (results.isEmpty()) {
            return;
        }
        context.print("");
        context.print("Each subject replayed with a model that has not seen it:");
        BacktestReport report = new BacktestReport(results);
        report.print(context);
        context.json(report.toJson());
    }
}
