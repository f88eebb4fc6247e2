package io.jenkins.plugins.mlci.cli;

import io.jenkins.plugins.mlci.testselector.replay.RankingSink;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.zip.GZIPOutputStream;

/** Writes every decision of a backtest as gzipped CSV; writes nothing without a file. Safe for several threads. */
final class RankingsFile implements RankingSink, AutoCloseable {
    private final Writer writer;

    private RankingsFile(Writer writer) {
        this.writer = writer;
    }

    /** @param file where to; null for nowhere */
    static RankingsFile open(Path file) throws IOException {
        if (file == null) {
            return new RankingsFile(Writer.nullWriter());
        }
        Path parent = file.toAbsolutePath().getParent();
        if (parent != null) {
            Files.createDirectories(parent);
        }
        Writer writer = new BufferedWriter(
                new OutputStreamWriter(new GZIPOutputStream(Files.newOutputStream(file)), StandardCharsets.UTF_8),
                1 << 16);
        writer.write("subject,cycle,test_id,rank_count,rank_time,probability,selected\n");
        return new RankingsFile(writer);
    }

    @Override
    public synchronized void accept(
            String subject,
            long cycle,
            String testNumber,
            int rankCount,
            int rankTime,
            double probability,
            boolean selected) {
        try {
            writer.write(quoted(subject) + "," + cycle + "," + quoted(testNumber) + "," + rankCount + "," + rankTime
                    + "," + String.format(Locale.ROOT, "%.3g", probability) + "," + (selected ? 1 : 0) + "\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String quoted(String text) {
        boolean plain = text.chars().noneMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r');
        return plain
                ? text
                : "\"" + text.replace("\"", "\"\"").replace("\r", " ").replace("\n", " ") + "\"";
    }

    @Override
    public void close() throws IOException {
        writer.close();
    }
}
