package io.jenkins.plugins.mlci.plugin.logscan.scan;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class AfterStopTest {
    private static final String REASON = "fatal: unable to access repo";

    @Test
    void whatFollowsAStopUpToTheVerdictIsNoEvidence() throws Exception {
        assertThat(read("""
                Compiling
                fatal: unable to access repo
                [2026-11-24T12:00:00Z] [ml-log-scan] Stopped: No good build has this line: fatal: unable to access repo
                Sending interrupt signal to process
                Terminated
                [ml-log-scan] Cause: fatal: unable to access repo (line 2)
                Finished: FAILURE""")).isEqualTo("""
                Compiling
                fatal: unable to access repo
                [2026-11-24T12:00:00Z] [ml-log-scan] Stopped: No good build has this line: fatal: unable to access repo
                [ml-log-scan] Sending interrupt signal to process
                [ml-log-scan] Terminated
                [ml-log-scan] Cause: fatal: unable to access repo (line 2)
                Finished: FAILURE""");
    }

    @Test
    void theReasonIsEvidenceAlsoWhenItComesAfterTheNotice() throws Exception {
        String log = """
                [ml-log-scan] Stopped: No good build has this line: fatal: unable to access repo
                Sending interrupt signal to process
                fatal: unable to access repo
                10 %\r20 %\r
                """;
        assertThat(read(log)).isEqualTo(log.replace("10 %\r20 %", "[ml-log-scan] 10 %\r[ml-log-scan] 20 %"));
    }

    @Test
    void aNoticeThatThisPluginDidNotWriteChangesNothing() throws Exception {
        String log = "fatal: unable to access repo\n[ml-log-scan] Stopped: says somebody\nTerminated\n";
        assertThat(read(log)).isEqualTo(log);
    }

    @Test
    void longLinesAndBytesThatAreNoTextGoThrough() throws Exception {
        String log = "x".repeat(200_000) + "\n" + "y".repeat(70_000);
        assertThat(read(log)).isEqualTo(log);
        byte[] bytes = {(byte) 0xFF, '\n', 0, (byte) 0xFE};
        assertThat(new AfterStop(new ByteArrayInputStream(bytes), List.of(REASON), StandardCharsets.UTF_8)
                        .readAllBytes())
                .isEqualTo(bytes);
    }

    private static String read(String log) throws IOException {
        byte[] bytes = log.getBytes(StandardCharsets.UTF_8);
        try (AfterStop in = new AfterStop(new ByteArrayInputStream(bytes), List.of(REASON), StandardCharsets.UTF_8)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
