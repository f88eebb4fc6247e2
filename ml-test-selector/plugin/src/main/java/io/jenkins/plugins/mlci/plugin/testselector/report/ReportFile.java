package io.jenkins.plugins.mlci.plugin.testselector.report;

import io.jenkins.plugins.mlci.plugin.shared.build.PackedJson;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;

/** Keeps a selection in the folder of its build, as compressed JSON beside {@code build.xml}, which stays small. */
public final class ReportFile {
    private ReportFile() {}

    /** The name of the file of a selection. */
    public static String name(String id) {
        String safe = id.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9_-]+", "-");
        // Two ids that differ only in letters that a file name cannot hold must not share a file.
        String mark = safe.equals(id) ? "" : "-" + Integer.toHexString(id.hashCode());
        return "ml-test-selection" + (id.isEmpty() ? "" : "-" + safe + mark) + ".json.gz";
    }

    /** Writes so that a reader sees the old or the new content, never half of it. */
    public static void write(SelectionReport report, Path file) throws IOException {
        PackedJson.write(report, file);
    }

    /**
     * Reads a selection.
     *
     * @throws IOException with a sentence when the file is missing, damaged or of another version
     */
    public static SelectionReport read(Path file) throws IOException {
        return PackedJson.read(file, SelectionReport.class);
    }
}
