package io.jenkins.plugins.mlci.cli;

import io.jenkins.plugins.mlci.deploygate.replay.RiskResult;
import io.jenkins.plugins.mlci.deploygate.replay.Step;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.zip.GZIPOutputStream;

/** Writes every prediction of a backtest as gzipped CSV; writes nothing without a file. */
final class PredictionsFile implements AutoCloseable {
    private final Writer writer;

    private PredictionsFile(Writer writer) {
        this.writer = writer;
    }

    /** @param file where to; null for nowhere */
    static PredictionsFile open(Path file) throws IOException {
        if (file == null) {
            return new PredictionsFile(Writer.nullWriter());
        }
        Path parent = file.toAbsolutePath().getParent();
        if (parent != null) {
            Files.createDirectories(parent);
        }
        Writer writer = new BufferedWriter(
                new OutputStreamWriter(new GZIPOutputStream(Files.newOutputStream(file)), StandardCharsets.UTF_8),
                1 << 16);
        writer.write("file,key,probability,low,high\n");
        return new PredictionsFile(writer);
    }

    /** Writes all steps of a recording, warm-up included. */
    void write(String folder, RiskResult result) {
        String file = quoted(folder + "/" + result.recording().name());
        List<Step> steps = result.recording().steps();
        try {
            for (int i = 0; i < steps.size(); i++) {
                writer.write(String.format(
                                Locale.ROOT,
                                "%s,%s,%.7f,%.7f,%.7f",
                                file,
                                quoted(steps.get(i).facts().id()),
                                result.said().probability()[i],
                                result.said().low()[i],
                                result.said().high()[i])
                        + "\n");
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String quoted(String text) {
        boolean plain = text.chars().noneMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r');
        return plain ? text : "\"" + text.replace("\"", "\"\"").replaceAll("[\r\n]", " ") + "\"";
    }

    @Override
    public void close() throws IOException {
        writer.close();
    }
}
