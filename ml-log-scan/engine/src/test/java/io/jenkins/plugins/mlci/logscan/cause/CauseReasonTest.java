package io.jenkins.plugins.mlci.logscan.cause;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CauseReasonTest {
    private static String reason(boolean compared, String... lines) {
        return CauseReason.of(new Units(Logs.of(compared, lines)).all, compared);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "--- FAIL: TestRead (0.01s);A test report names what failed.",
                "src/main.c:12:3: error: expected a brace;A compiler or checker names the place in the source, about an expectation.",
                "java.net.SocketTimeoutException: connect timed out;An error is named, about a time limit.",
                "Caused by: x.Y: z;What led to an error is named.",
                "Traceback (most recent call last):;A stack trace begins.",
                "##[error]Process completed with exit code 1.;The command says how it ended.",
                "write: No space left on device;Its words tell of trouble, about disk space.",
                "Uploading the report;Stands near what failed."
            })
    void saysWhatTheLineIs(String line, String reason) {
        assertThat(reason(false, line)).isEqualTo(reason);
    }

    @Test
    void takesTheFirstLineThatTells() {
        assertThat(reason(false, "Uploading", "java.io.IOException: gone")).isEqualTo("An error is named.");
    }

    @Test
    void saysWhetherGoodBuildsHaveIt() {
        assertThat(reason(true, "!java.io.IOException: gone"))
                .isEqualTo("An error is named; no good build has such a line.");
        assertThat(reason(true, "java.io.IOException: gone")).isEqualTo("An error is named; good builds have it too.");
    }
}
