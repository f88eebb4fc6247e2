package io.jenkins.plugins.mlci.cli;

import io.jenkins.plugins.mlci.deploygate.incident.IncidentRecord;
import io.jenkins.plugins.mlci.deploygate.replay.CategoryReplay;
import io.jenkins.plugins.mlci.deploygate.replay.IncidentData;
import io.jenkins.plugins.mlci.deploygate.replay.SeverityReplay;
import io.jenkins.plugins.mlci.shared.evaluate.Interval;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.zip.GZIPOutputStream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code mlci backtest incidents}: how well categories and severities of incidents are told. */
@Command(
        name = "incidents",
        description = {
            "Tell the category of incident texts, cross-validated, and how urgent they are, in time order; each beside"
                    + " TF-IDF and a linear support vector machine on the same rows.",
            "Each folder below DIR with CSV files is one subject: columns Document and Topic_group for categories; key,"
                    + " project, created, priority and summary for severities."
        })
final class BacktestIncidentsCommand implements Callable<Integer> {
    private final CommandContext context;

    @Option(
            names = "--data",
            required = true,
            paramLabel = "DIR",
            description = "The folder, or one with such folders.")
    private Path data;

    @Option(
            names = "--predictions",
            paramLabel = "FILE",
            description = "Also write each prediction as gzipped CSV: subject,id,truth,predicted,probability."
                    + " Of a severity it is the probability of urgent, whatever was predicted.")
    private Path predictions;

    @Option(
            names = "--folds",
            defaultValue = "5",
            description = "Parts of the cross-validation. Default: ${DEFAULT-VALUE}.")
    private int folds;

    @Option(
            names = "--retrainings",
            defaultValue = "5",
            description = "Steps of the replay in time order. Default: ${DEFAULT-VALUE}.")
    private int retrainings;

    @Option(names = "--seed", defaultValue = "7", description = "Seed of all chance. Default: ${DEFAULT-VALUE}.")
    private long seed;

    BacktestIncidentsCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public Integer call() throws IOException {
        if (folds < 2 || retrainings < 1) {
            throw new CommandException(ExitCode.USAGE, "--folds must be 2 or more and --retrainings 1 or more.");
        }
        Map<String, Object> results = new LinkedHashMap<>();
        try (Writer out = writer()) {
            out.write("subject,id,truth,predicted,probability\n");
            for (Path folder : folders(context.resolve(data))) {
                subject(folder, out, results);
            }
        }
        if (results.isEmpty()) {
            throw new CommandException(
                    ExitCode.NOT_FOUND, "There is nothing to replay below " + data + ": no file has the columns.");
        }
        context.json(Map.of("subjects", results));
        return ExitCode.OK.code();
    }

    private Writer writer() throws IOException {
        return predictions == null
                ? Writer.nullWriter()
                : new BufferedWriter(new OutputStreamWriter(
                        new GZIPOutputStream(Files.newOutputStream(context.resolve(predictions))),
                        StandardCharsets.UTF_8));
    }

    private static List<Path> folders(Path root) throws IOException {
        List<Path> folders = new ArrayList<>(List.of(root));
        try (DirectoryStream<Path> below = Files.newDirectoryStream(root, Files::isDirectory)) {
            below.forEach(folders::add);
        }
        folders.sort(null);
        return folders;
    }

    private void subject(Path folder, Writer out, Map<String, Object> results) throws IOException {
        List<IncidentRecord> incidents = IncidentData.read(folder, context::remark);
        String name = String.valueOf(folder.getFileName());
        if (incidents.stream().anyMatch(each -> !each.category().isBlank())) {
            results.put(name + " category", category(name, incidents, out));
        }
        if (incidents.stream().anyMatch(each -> !each.priority().isBlank())) {
            results.put(name + " severity", severity(name, incidents, out));
        }
    }

    private CategoryReplay.Result category(String name, List<IncidentRecord> incidents, Writer out) {
        CategoryReplay.Result result = new CategoryReplay(folds, seed)
                .run(
                        incidents,
                        true,
                        (id, truth, estimate) -> write(out, name, id, truth, estimate.label(), estimate.probability()),
                        System::nanoTime);
        context.print(name + ", category, " + folds + "-fold: " + result.rows() + " incidents");
        context.print("  macro F1 " + text(result.macroF1()) + "; TF-IDF and linear SVM " + text(result.baseline()));
        context.print(String.format(
                Locale.ROOT,
                "  calibration error %.3f; one training %.1f s",
                result.calibrationError(),
                result.seconds()));
        result.f1().forEach((label, f1) -> context.print(String.format(Locale.ROOT, "  %-24s F1 %.3f", label, f1)));
        return result;
    }

    private SeverityReplay.Result severity(String name, List<IncidentRecord> incidents, Writer out) {
        SeverityReplay.Result result = new SeverityReplay(retrainings, seed)
                .run(
                        incidents,
                        (id, urgent, said) -> write(
                                out,
                                name,
                                id,
                                urgent ? "urgent" : "not",
                                said.isLikely() ? "urgent" : "not",
                                said.probability()));
        context.print(String.format(
                Locale.ROOT,
                "%s, urgent or not, last fifth by time: %d incidents, %.1f %% urgent",
                name,
                result.rows(),
                100 * result.urgent()));
        context.print("  balanced accuracy " + text(result.all()) + "; text alone " + text(result.text())
                + "; TF-IDF and linear SVM " + text(result.baseline()));
        context.print(String.format(
                Locale.ROOT,
                "  ROC AUC %.3f; text alone %.3f; calibration error %.3f",
                result.allAuc(),
                result.textAuc(),
                result.calibrationError()));
        return result;
    }

    private static void write(
            Writer out, String subject, String id, String truth, String predicted, double probability) {
        try {
            out.write(IncidentText.csv(
                    List.of(subject, id, truth, predicted, String.format(Locale.ROOT, "%.6f", probability))));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String text(Interval interval) {
        return String.format(Locale.ROOT, "%.4f (%.4f to %.4f)", interval.estimate(), interval.low(), interval.high());
    }
}
