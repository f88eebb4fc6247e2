package io.jenkins.plugins.mlci.plugin.logscan.report;

import io.jenkins.plugins.mlci.plugin.shared.build.PackedJson;
import java.io.IOException;
import java.nio.file.Path;

/** Keeps a scan in the folder of its build. */
public final class ReportFile {
    /** The name of the file. */
    public static final String NAME = "ml-log-scan.json.gz";

    private ReportFile() {}

    /** Writes so that a reader sees the old or the new content, never half of it. */
    public static void write(ScanReport report, Path folder) throws IOException {
        PackedJson.write(report, folder.resolve(NAME));
    }

    /**
     * Reads a scan.
     *
     * @throws IOException with a sentence when the file is missing, damaged or of another version
     */
    public static ScanReport read(Path folder) throws IOException {
        return PackedJson.read(folder.resolve(NAME), ScanReport.class);
    }
}
