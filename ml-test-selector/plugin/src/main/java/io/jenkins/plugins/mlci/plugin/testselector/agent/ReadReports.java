package io.jenkins.plugins.mlci.plugin.testselector.agent;

import com.fasterxml.jackson.core.type.TypeReference;
import hudson.FilePath;
import hudson.remoting.VirtualChannel;
import io.jenkins.plugins.mlci.shared.history.TestOutcome;
import io.jenkins.plugins.mlci.testselector.results.Level;
import io.jenkins.plugins.mlci.testselector.results.ReportOptions;
import io.jenkins.plugins.mlci.testselector.results.ReportProblem;
import io.jenkins.plugins.mlci.testselector.results.TestReport;
import io.jenkins.plugins.mlci.testselector.results.TestReports;
import java.io.File;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import jenkins.MasterToSlaveFileCallable;

/** Reads test reports of a workspace. */
public final class ReadReports extends MasterToSlaveFileCallable<String> {
    private static final long serialVersionUID = 1L;

    private final String patterns;
    private final Level level;
    private final long ageMillis;

    private ReadReports(String patterns, Level level, long ageMillis) {
        this.patterns = patterns;
        this.level = level;
        this.ageMillis = ageMillis;
    }

    /**
     * What the reports say.
     *
     * @param outcomes each test at most once
     * @param problems sentences about what could not be read
     */
    public record Found(List<TestOutcome> outcomes, List<String> problems) {}

    /**
     * Reads the reports.
     *
     * @param patterns Ant patterns below the folder, separated by commas
     * @param level how finely tests are told apart
     * @param ageMillis how long the build has been running; older reports are left over from another build. A time of the
     *     controller would not do, since the clock of an agent may differ
     */
    public static Found in(FilePath folder, String patterns, Level level, long ageMillis)
            throws IOException, InterruptedException {
        return Wire.read(folder.act(new ReadReports(patterns, level, ageMillis)), new TypeReference<>() {});
    }

    @Override
    public String invoke(File folder, VirtualChannel channel) throws IOException {
        Instant started = Instant.ofEpochMilli(System.currentTimeMillis() - ageMillis);
        TestReport report = TestReports.read(
                folder.toPath(), patterns, ReportOptions.at(level).modifiedSince(started));
        return Wire.text(new Found(
                report.outcomes(),
                report.problems().stream()
                        .map(problem -> sentence(folder, problem))
                        .toList()));
    }

    /** What concerns the whole folder names no file. */
    private static String sentence(File folder, ReportProblem problem) {
        String file = folder.toPath().relativize(problem.path()).toString();
        return file.isEmpty() ? problem.sentence() : file + ": " + problem.sentence();
    }
}
