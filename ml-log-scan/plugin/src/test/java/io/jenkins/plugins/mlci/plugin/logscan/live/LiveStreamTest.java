package io.jenkins.plugins.mlci.plugin.logscan.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jenkins.plugins.mlci.logscan.baseline.Baseline;
import io.jenkins.plugins.mlci.logscan.scan.LogScan;
import io.jenkins.plugins.mlci.logscan.scan.TimeBudget;
import io.jenkins.plugins.mlci.plugin.logscan.scan.Scanners;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class LiveStreamTest {
    private final List<String> alerts = new ArrayList<>();
    private final Recorder log = new Recorder();
    private final LiveStream stream = new LiveStream(log, scan());

    private LogScan scan() {
        return Scanners.shipped().start(Baseline.empty(), TimeBudget.UNLIMITED, alert -> alerts.add(alert.kind()));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private void oneByOne(String text) throws IOException {
        for (byte b : bytes(text)) {
            stream.write(b);
        }
    }

    @Test
    void singleBytesComeAsLines() throws IOException {
        oneByOne("first\nsecond\nthi");
        assertThat(log.writes).containsExactly("first\n", "second\n");
        stream.flush();
        assertThat(log.writes).containsExactly("first\n", "second\n", "thi");
    }

    @Test
    void theOrderIsKeptWhereArraysFollow() throws IOException {
        oneByOne("a");
        stream.write(bytes("bc\nd"), 0, 4);
        oneByOne("e");
        stream.close();
        assertThat(log.toString()).isEqualTo("abc\nde");
    }

    @Test
    void aLineWithoutEndIsNotGatheredForever() throws IOException {
        oneByOne("x".repeat(20_000));
        assertThat(log.toString()).hasSizeGreaterThan(10_000);
        stream.close();
        assertThat(log.toString()).hasSize(20_000);
    }

    @Test
    void theScanSeesEveryLine() throws IOException {
        oneByOne("hello\nexport AWS_SECRET_ACCESS_KEY=wJalrXUtnFEMIK7MDENGbPxRfiCYzzQm4pLx8sTa\n");
        assertThat(alerts).contains("secret");
    }

    @Test
    void aLogThatCannotBeWrittenSaysSoAndTheLineDoesNotComeLater() throws IOException {
        log.isBroken = true;
        assertThatThrownBy(() -> oneByOne("lost\n")).isInstanceOf(IOException.class);
        log.isBroken = false;
        stream.flush();
        assertThat(log.toString()).isEmpty();
    }

    /** Remembers each call. */
    private static final class Recorder extends OutputStream {
        private final ByteArrayOutputStream all = new ByteArrayOutputStream();
        private final List<String> writes = new ArrayList<>();
        private boolean isBroken;

        @Override
        public void write(int b) throws IOException {
            write(new byte[] {(byte) b}, 0, 1);
        }

        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
            if (isBroken) {
                throw new IOException("No space left on device");
            }
            all.write(bytes, offset, length);
            writes.add(new String(bytes, offset, length, StandardCharsets.UTF_8));
        }

        @Override
        public String toString() {
            return all.toString(StandardCharsets.UTF_8);
        }
    }
}
