package io.jenkins.plugins.mlci.deploygate.replay;

import io.jenkins.plugins.mlci.deploygate.incident.IncidentRecord;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Public incident texts in files: tickets with a category, bug reports with a priority. */
public final class IncidentData {
    private IncidentData() {}

    /**
     * The incidents of all CSV files in a folder: columns {@code Document} and {@code Topic_group} (tickets, without a time), or {@code key},
     * {@code project}, {@code created} (seconds since 1970, or a written time), {@code priority}, {@code summary} (bug reports).
     *
     * @return in time order where there is a time
     */
    public static List<IncidentRecord> read(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            throw new NotDirectoryException(folder + " is not a folder.");
        }
        List<Path> files = new ArrayList<>();
        try (DirectoryStream<Path> found = Files.newDirectoryStream(folder, "*.csv*")) {
            found.forEach(files::add);
        }
        files.sort(Comparator.naturalOrder());
        List<IncidentRecord> incidents = new ArrayList<>();
        for (Path file : files) {
            CsvRows.read(file, row -> incident(row, incidents.size()).ifPresent(incidents::add));
        }
        incidents.sort(Comparator.comparing(IncidentRecord::opened));
        return incidents;
    }

    private static Optional<IncidentRecord> incident(Map<String, String> row, int number) {
        if (row.containsKey("Document")) {
            String text = row.get("Document");
            return text.isBlank()
                    ? Optional.empty()
                    : Optional.of(record("ticket-" + number, text, "", Instant.EPOCH, row.get("Topic_group"), ""));
        }
        String summary = row.getOrDefault("summary", "");
        String created = row.getOrDefault("created", "");
        if (summary.isBlank()) {
            return Optional.empty();
        }
        return RecordedTime.parse(created)
                .map(opened -> record(
                        row.getOrDefault("key", "bug-" + number),
                        summary,
                        row.getOrDefault("project", ""),
                        opened,
                        "",
                        row.getOrDefault("priority", "")));
    }

    private static IncidentRecord record(
            String id, String title, String job, Instant opened, String category, String priority) {
        return new IncidentRecord(
                id, title, "", "file", "public", job, "", opened, Optional.empty(), category, priority, "");
    }
}
