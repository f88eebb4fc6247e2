package io.jenkins.plugins.mlci.shared.jenkinshome;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.compressors.xz.XZCompressorInputStream;

/** The public recording of two real Jenkins jobs; tests on it are skipped where it is missing. */
final class RecordedHistory {
    static final List<String> JOBS = List.of("commons-cli", "commons-text");

    private final Path folder;

    private RecordedHistory(Path folder) {
        this.folder = folder;
    }

    static RecordedHistory assumePresent() {
        Path folder = Path.of(System.getProperty("mlci.data", "")).resolve("jenkins-history");
        assumeTrue(
                Files.isDirectory(folder),
                "Skipped: the recorded Jenkins histories are not at " + folder + "; set -Dmlci.data=FOLDER");
        return new RecordedHistory(folder);
    }

    /** Unpacks both jobs, without their logs, into the folder {@code jobs} of a home. */
    void unpackInto(Path home) throws IOException {
        for (String job : JOBS) {
            try (InputStream file = new BufferedInputStream(Files.newInputStream(folder.resolve(job + ".tar.xz")));
                    TarArchiveInputStream tar = new TarArchiveInputStream(new XZCompressorInputStream(file))) {
                for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                    if (entry.isFile() && entry.getName().endsWith(".xml")) {
                        Path target =
                                home.resolve("jobs").resolve(entry.getName()).normalize();
                        Files.createDirectories(target.getParent());
                        Files.copy(tar, target);
                    }
                }
            }
        }
    }

    /** The rows of a table, by column name. The tables that are read here quote only their last columns. */
    List<Map<String, String>> table(String name) throws IOException {
        List<String> lines = Files.readAllLines(folder.resolve(name));
        String[] columns = lines.get(0).split(",");
        List<Map<String, String>> rows = new ArrayList<>();
        for (String line : lines.subList(1, lines.size())) {
            String[] values = line.split(",", -1);
            Map<String, String> row = new LinkedHashMap<>();
            for (int i = 0; i < Math.min(columns.length, values.length); i++) {
                row.put(columns[i], values[i]);
            }
            rows.add(row);
        }
        return rows;
    }
}
