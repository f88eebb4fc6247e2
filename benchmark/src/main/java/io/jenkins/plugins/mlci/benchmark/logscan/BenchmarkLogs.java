package io.jenkins.plugins.mlci.benchmark.logscan;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;

/** Logs to scan, in memory. */
final class BenchmarkLogs {
    /** Every so manieth log of the folder, so that they fit into memory. */
    private static final int EVERY = 8;

    private static final int REPETITIVE_LINES = 500_000;

    private BenchmarkLogs() {}

    /** One log whose lines differ only in their values. */
    static List<byte[]> repetitive() {
        StringBuilder log = new StringBuilder();
        for (int i = 0; i < REPETITIVE_LINES; i++) {
            log.append("[INFO] Downloading from central: https://repo.example.org/maven2/org/x/")
                    .append(i % 1000)
                    .append("/artifact-")
                    .append(i)
                    .append(".jar (")
                    .append(i % 97)
                    .append(" kB at 1.2 MB/s)\n");
        }
        return List.of(log.toString().getBytes(StandardCharsets.UTF_8));
    }

    /** Real logs of many builds: every eighth gzipped log below a folder. */
    static List<byte[]> diverse(Path folder) throws IOException {
        List<byte[]> logs = new ArrayList<>();
        try (Stream<Path> files = Files.walk(folder)) {
            List<Path> zipped = files.filter(file -> file.toString().endsWith(".gz"))
                    .sorted()
                    .toList();
            for (int i = 0; i < zipped.size(); i += EVERY) {
                try (InputStream in = new GZIPInputStream(Files.newInputStream(zipped.get(i)))) {
                    logs.add(in.readAllBytes());
                }
            }
        }
        if (logs.isEmpty()) {
            throw new IOException(folder + " has no gzipped logs.");
        }
        return logs;
    }

    static int lines(List<byte[]> logs) {
        int lines = 0;
        for (byte[] log : logs) {
            for (byte b : log) {
                lines += b == '\n' ? 1 : 0;
            }
        }
        return lines;
    }
}
