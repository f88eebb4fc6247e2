package io.jenkins.plugins.mlci.testselector.results;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.jenkins.plugins.mlci.shared.history.TestOutcome;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** Reads what this project's own build has just written. */
class OwnReportsTest {
    @Test
    void readsTheReportsOfTheSharedModel() {
        Path reports = Path.of("..", "..", "shared-model", "engine", "target", "surefire-reports");
        assumeTrue(Files.isDirectory(reports), "The tests of the shared model have not run here");

        TestReport report = TestReports.read(reports, "TEST-*.xml", ReportOptions.at(Level.METHOD));

        assertThat(report.isComplete()).isTrue();
        assertThat(report.outcomes())
                .extracting(TestOutcome::test)
                .extracting(test -> test.className())
                .allMatch(name -> name.startsWith("io.jenkins.plugins.mlci.shared."));
    }
}
