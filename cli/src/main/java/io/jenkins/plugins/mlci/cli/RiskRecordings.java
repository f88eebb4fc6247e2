package io.jenkins.plugins.mlci.cli;

import io.jenkins.plugins.mlci.deploygate.replay.Recording;
import io.jenkins.plugins.mlci.deploygate.replay.RecordingReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** Finds and reads recordings of deployments, builds and changes. */
final class RiskRecordings {
    private static final int MOST_FILES = 1_000;

    private RiskRecordings() {}

    /** CSV files with a label, by the name of their folder; in order. */
    static Map<String, List<Path>> find(Path root) throws IOException {
        if (!Files.isDirectory(root)) {
            throw new CommandException(ExitCode.NOT_FOUND, "The folder " + root + " does not exist.");
        }
        Map<String, List<Path>> folders = new TreeMap<>();
        try (Stream<Path> files = Files.walk(root, 2)) {
            for (Path file : files.filter(RiskRecordings::isCsv)
                    .sorted()
                    .limit(MOST_FILES)
                    .toList()) {
                if (RecordingReader.isRecording(file)) {
                    Path folder = file.toAbsolutePath().normalize().getParent();
                    String name = folder == null ? "" : String.valueOf(folder.getFileName());
                    folders.computeIfAbsent(name, n -> new ArrayList<>()).add(file);
                }
            }
        }
        return folders;
    }

    /**
     * The recordings in files, but for those of which nothing can be used.
     *
     * @param remarks gets sentences on what was left out
     */
    static List<Recording> read(List<Path> files, boolean withPeople, Consumer<String> remarks) throws IOException {
        List<Recording> recordings = new ArrayList<>();
        for (Path file : files) {
            Recording recording = RecordingReader.read(file, withPeople);
            recording.remarks().forEach(remarks);
            if (!recording.steps().isEmpty()) {
                recordings.add(recording);
            }
        }
        return recordings;
    }

    /** The name of a file without its ending. */
    static String name(Path file) {
        return String.valueOf(file.getFileName()).replaceAll("\\.csv(\\.gz)?$", "");
    }

    private static boolean isCsv(Path file) {
        String name = String.valueOf(file.getFileName());
        return (name.endsWith(".csv") || name.endsWith(".csv.gz")) && Files.isRegularFile(file);
    }
}
