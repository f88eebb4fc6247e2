package io.jenkins.plugins.mlci.deploygate.replay;

import io.jenkins.plugins.mlci.deploygate.incident.IncidentRecord;
import io.jenkins.plugins.mlci.shared.csv.CsvFile;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Public incident texts in files: tickets with a category, bug reports with a priority. */
public final class IncidentData {
    private IncidentData() {}

    /**
     * The incidents of all CSV files in a folder: columns {@code Document} and {@code Topic_group} (tickets, without a time), or {@code key},
     * {@code project}, {@code created} (seconds since 1970, or a written time), {@code priority}, {@code summary} (bug reports).
     *
     * @return in time order where there is a time; without rows that have no text, no time, or a quote that is never closed
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
            if (!CsvFile.header(file).isEmpty()) {
                read(file, incidents);
            }
        }
        incidents.sort(Comparator.comparing(IncidentRecord::opened));
        return incidents;
    }

    private static void read(Path file, List<IncidentRecord> incidents) throws IOException {
        try (CsvFile csv = CsvFile.open(file)) {
            while (csv.next()) {
                if (!csv.isBroken()) {
                    incident(csv, incidents.size()).ifPresent(incidents::add);
                }
            }
        }
    }

    private static Optional<IncidentRecord> incident(CsvFile row, int number) {
        if (row.has("Document")) {
            String text = row.text("Document");
            return text.isBlank()
                    ? Optional.empty()
                    : Optional.of(record("ticket-" + number, text, "", Instant.EPOCH, row.text("Topic_group"), ""));
        }
        String summary = row.text("summary");
        String created = row.text("created");
        if (summary.isBlank()) {
            return Optional.empty();
        }
        return RecordedTime.parse(created)
                .map(opened -> record(
                        row.has("key") ? row.text("key") : "bug-" + number,
                        summary,
                        row.text("project"),
                        opened,
                        "",
                        row.text("priority")));
    }

    private static IncidentRecord record(
            String id, String title, String job, Instant opened, String category, String priority) {
        return new IncidentRecord(
                id,
                title,
                "",
                "file",
                "public",
                job,
                "",
                opened,
                Optional.empty(),
                category,
                priority,
                "",
                IncidentRecord.Guesses.NONE);
    }
}
