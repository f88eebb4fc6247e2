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
import java.util.function.Consumer;

/** Public incident texts in files: tickets with a category, bug reports with a priority. */
public final class IncidentData {
    private IncidentData() {}

    /**
     * The incidents of all CSV files in a folder: columns {@code Document} and {@code Topic_group} (tickets, without a time), or {@code key},
     * {@code project}, {@code created} (seconds since 1970, or a written time), {@code priority}, {@code summary} (bug reports).
     *
     * @param remark is told what was left out and why, in sentences
     * @return in time order where there is a time; without rows that have no text, no label, no time, or a quote that is never closed
     */
    public static List<IncidentRecord> read(Path folder, Consumer<String> remark) throws IOException {
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
                read(file, incidents, remark);
            }
        }
        incidents.sort(Comparator.comparing(IncidentRecord::opened));
        return incidents;
    }

    private static void read(Path file, List<IncidentRecord> incidents, Consumer<String> remark) throws IOException {
        LeftOut leftOut = new LeftOut();
        long rows = 0;
        try (CsvFile csv = CsvFile.open(file)) {
            boolean tickets = csv.has("Document");
            if (!tickets && !csv.has("summary")) {
                remark.accept(file.getFileName() + " is left out: it has neither a column Document nor summary.");
                return;
            }
            while (csv.next()) {
                if (csv.isBlank()) {
                    continue;
                }
                rows++;
                Optional<String> wrong = wrong(csv, tickets);
                if (wrong.isPresent()) {
                    leftOut.add(wrong.get(), csv.line());
                } else {
                    incidents.add(tickets ? ticket(csv, incidents.size()) : bug(csv, incidents.size()));
                }
            }
        }
        leftOut.sentences(String.valueOf(file.getFileName()), rows).forEach(remark);
    }

    /** Why the current row cannot be used; empty when it can. */
    private static Optional<String> wrong(CsvFile row, boolean ticket) {
        if (row.isBroken()) {
            return Optional.of("a quote is never closed");
        }
        if (row.text(ticket ? "Document" : "summary").isBlank()) {
            return Optional.of("there is no text");
        }
        if (row.text(ticket ? "Topic_group" : "priority").isBlank()) {
            return Optional.of(ticket ? "there is no category" : "there is no priority");
        }
        if (!ticket && RecordedTime.parse(row.text("created")).isEmpty()) {
            return Optional.of(row.text("created").isBlank() ? "there is no time" : "the time cannot be read");
        }
        return Optional.empty();
    }

    private static IncidentRecord ticket(CsvFile row, int number) {
        return record("ticket-" + number, row.text("Document"), "", Instant.EPOCH, row.text("Topic_group"), "");
    }

    private static IncidentRecord bug(CsvFile row, int number) {
        return record(
                row.has("key") ? row.text("key") : "bug-" + number,
                row.text("summary"),
                row.text("project"),
                RecordedTime.parse(row.text("created")).orElseThrow(),
                "",
                row.text("priority"));
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
