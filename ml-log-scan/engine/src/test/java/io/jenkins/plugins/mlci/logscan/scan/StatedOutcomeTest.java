package io.jenkins.plugins.mlci.logscan.scan;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.mlci.logscan.line.LineReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StatedOutcomeTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Finished: SUCCESS | GOOD",
                "12:01:05 Finished: FAILURE | FAILED",
                "Finished: UNSTABLE | FAILED",
                "Finished: ABORTED | FAILED",
                "Finished: NOT_BUILT | UNKNOWN",
                "Finished: FAILURE/And more | UNKNOWN",
                "Finished: FAILURE// | FAILED",
                "Finished: SUCCESSFULLY | UNKNOWN",
                "Done. Your build exited with 0. | GOOD",
                "Done. Your build exited with 1./travis_time:end | FAILED",
                "Your build has been stopped. | FAILED",
                "Job succeeded | GOOD",
                "Job succeeded at last | UNKNOWN",
                "ERROR: Job failed: exit code 1 | FAILED",
                "2022-08-12T06:58:44.0843830Z ##[error]Process completed with exit code 1./Cleaning up orphan processes | FAILED",
                "[taskcluster 2025-02-13 21:29:54.907Z] Unsuccessful task run with exit code: 1 completed in 907.26 seconds | FAILED",
                "[taskcluster 2025-02-13 21:29:54.907Z] Successful task run with exit code: 0 completed in 907.26 seconds | GOOD",
                "[taskcluster 2025-02-13 21:29:54.907Z] === Task Finished === | UNKNOWN",
                "[taskcluster:error] exit status 2 | FAILED",
                "##[error]Process completed with exit code 2./Finished: SUCCESS | GOOD",
                "BUILD SUCCESS | UNKNOWN"
            })
    void isWhatTheCiServerWrote(String log, BuildOutcome expected) throws IOException {
        StatedOutcome stated = new StatedOutcome();
        byte[] bytes = ("Started\n" + log.replace('/', '\n')).getBytes(StandardCharsets.UTF_8);
        LineReader.readAll(new ByteArrayInputStream(bytes), stated::line);
        assertThat(stated.outcome()).isEqualTo(expected);
    }
}
