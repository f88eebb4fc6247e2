package io.jenkins.plugins.mlci.plugin.testselector.agent;

import static org.assertj.core.api.Assertions.assertThat;

import hudson.FilePath;
import io.jenkins.plugins.mlci.shared.history.Outcome;
import io.jenkins.plugins.mlci.shared.history.TestOutcome;
import io.jenkins.plugins.mlci.testselector.results.Level;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReadReportsTest {
    private static final String REPORT = """
            <testsuite name="com.acme.OrderTest" tests="2">
              <testcase classname="com.acme.OrderTest" name="adds" time="0.5"/>
              <testcase classname="com.acme.OrderTest" name="fails" time="1.5"><failure message="no"/></testcase>
            </testsuite>
            """;
    private static final String PATTERN = "**/TEST-*.xml";

    @TempDir
    private Path workspace;

    private Path report;

    @BeforeEach
    void writeReport() throws Exception {
        report = Files.createDirectories(workspace.resolve("target/surefire-reports"))
                .resolve("TEST-Order.xml");
        Files.writeString(report, REPORT);
    }

    @Test
    void readsMethodsOrClasses() throws Exception {
        assertThat(read(PATTERN, Level.METHOD).outcomes())
                .extracting(TestOutcome::outcome)
                .containsExactly(Outcome.PASSED, Outcome.FAILED);
        assertThat(read(PATTERN, Level.CLASS).outcomes())
                .singleElement()
                .satisfies(outcome -> assertThat(outcome.outcome()).isEqualTo(Outcome.FAILED));
    }

    @Test
    void leavesOutWhatIsOlderThanTheBuild() throws Exception {
        Files.setLastModifiedTime(report, FileTime.from(Instant.now().minus(Duration.ofHours(2))));
        ReadReports.Found found = read(PATTERN, Level.METHOD);
        assertThat(found.outcomes()).isEmpty();
        assertThat(found.problems()).singleElement().asString().contains("before the build started");
    }

    @Test
    void saysThatThereIsNoReport() throws Exception {
        assertThat(read("**/none-*.xml", Level.METHOD).problems())
                .singleElement()
                .asString()
                .startsWith("No report matches");
    }

    private ReadReports.Found read(String pattern, Level level) throws Exception {
        return ReadReports.in(
                new FilePath(workspace.toFile()),
                pattern,
                level,
                Duration.ofMinutes(5).toMillis());
    }
}
