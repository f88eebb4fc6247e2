package io.jenkins.plugins.mlci.testselector.results;

import io.jenkins.plugins.mlci.shared.history.TestId;
import io.jenkins.plugins.mlci.shared.history.TestOutcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads all the reports of a build into one. A test that is in several reports has its worst outcome. */
public final class TestReports {
    /** Clocks of an agent and its file server differ a little, and some file systems keep only even seconds. */
    private static final Duration CLOCK_SKEW = Duration.ofSeconds(3);

    private TestReports() {}

    /**
     * Reads the reports below a folder.
     *
     * @param root where to search
     * @param patterns Ant patterns relative to {@code root}, separated by commas, for example
     *     {@code **}{@code /surefire-reports/*.xml}
     * @param options how to read them
     * @return the outcomes; empty and with a problem where no report was found
     */
    public static TestReport read(Path root, String patterns, ReportOptions options) {
        List<ReportProblem> problems = new ArrayList<>();
        List<AntPattern> parsed = new ArrayList<>();
        for (String pattern : patterns.split(",", -1)) {
            parsed.add(new AntPattern(pattern));
        }
        List<Path> files = ReportFinder.find(root, parsed, options.limits(), problems);
        if (files.isEmpty() && problems.isEmpty()) {
            String sentence = "No report matches " + patterns + ".";
            problems.add(new ReportProblem(root, ReportProblem.Kind.INCOMPLETE, sentence));
        }
        return readAll(files, options, problems);
    }

    /**
     * Reads report files that the caller has chosen, links included.
     *
     * @param files the reports
     * @param options how to read them
     */
    public static TestReport read(Collection<Path> files, ReportOptions options) {
        return readAll(files, options, new ArrayList<>());
    }

    private static TestReport readAll(Collection<Path> files, ReportOptions options, List<ReportProblem> problems) {
        JUnitXmlParser parser = new JUnitXmlParser(options.level(), options.dialect(), options.limits());
        Map<TestId, TestOutcome> outcomes = new LinkedHashMap<>();
        int read = 0;
        for (Path file : files) {
            if (read >= options.limits().files()) {
                String sentence = "There are more than " + read + " report files; this one and the rest were not read.";
                problems.add(new ReportProblem(file, ReportProblem.Kind.INCOMPLETE, sentence));
                break;
            }
            read++;
            if (!isLeftOver(file, options, problems)) {
                TestReport report = parser.parse(file);
                problems.addAll(report.problems());
                report.outcomes().forEach(outcome -> outcomes.merge(outcome.test(), outcome, OutcomeMerger::join));
            }
        }
        return new TestReport(new ArrayList<>(outcomes.values()), problems);
    }

    private static boolean isLeftOver(Path file, ReportOptions options, List<ReportProblem> problems) {
        if (options.modifiedSince().isEmpty()) {
            return false;
        }
        Instant started = options.modifiedSince().get();
        try {
            Instant written = Files.getLastModifiedTime(file).toInstant();
            if (!written.isBefore(started.minus(CLOCK_SKEW))) {
                return false;
            }
            String sentence = "The report was written at " + written + ", before the build started at " + started
                    + ", and was left out.";
            problems.add(new ReportProblem(file, ReportProblem.Kind.STALE, sentence));
            return true;
        } catch (IOException unreadable) {
            // Reading it gives the better sentence.
            return false;
        }
    }
}
