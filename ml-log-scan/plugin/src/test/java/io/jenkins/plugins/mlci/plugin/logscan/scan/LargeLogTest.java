package io.jenkins.plugins.mlci.plugin.logscan.scan;

import static org.assertj.core.api.Assertions.assertThat;

import edu.umd.cs.findbugs.annotations.NonNull;
import hudson.model.FreeStyleBuild;
import hudson.model.FreeStyleProject;
import io.jenkins.plugins.mlci.logscan.scan.BuildOutcome;
import io.jenkins.plugins.mlci.plugin.logscan.config.LogScanDefaults;
import io.jenkins.plugins.mlci.plugin.logscan.report.ScanReport;
import io.jenkins.plugins.mlci.plugin.shared.config.MachineLearningConfiguration;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.jvnet.hudson.test.JenkinsRule;
import org.jvnet.hudson.test.junit.jupiter.WithJenkins;

@WithJenkins
class LargeLogTest {
    private static final long GIGABYTE = 1L << 30;
    private static final byte[] END = """
            [ERROR] /shop/src/main/java/OrderService.java:[118,20] cannot find symbol total
            [INFO] BUILD FAILURE
            """.getBytes(StandardCharsets.UTF_8);

    @Test
    void aLogOfOneGigabyteIsScannedToItsEnd(JenkinsRule jenkins) throws Exception {
        seconds(900);
        ScanReport report = RunScanner.create()
                .scan(new LargeBuild(jenkins.createFreeStyleProject()), BuildOutcome.FAILED, LastWords.NONE);
        assertThat(report.result().complete()).isTrue();
        assertThat(report.result().lines()).isEqualTo(GIGABYTE / Lines.LENGTH + 2);
        assertThat(report.causeLine())
                .hasValueSatisfying(line -> assertThat(line).contains("cannot find symbol"));
        assertThat(report.excerpts().get(0).lines()).anyMatch(line -> line.contains("cannot find symbol"));
    }

    @Test
    void whenTheTimeIsUpTheRestIsLeftOutAndTheReportSaysSo(JenkinsRule jenkins) throws Exception {
        seconds(1);
        ScanReport report = RunScanner.create()
                .scan(new LargeBuild(jenkins.createFreeStyleProject()), BuildOutcome.FAILED, LastWords.NONE);
        assertThat(report.result().complete()).isFalse();
        assertThat(report.result().problems()).anyMatch(problem -> problem.contains("time for the scan was up"));
    }

    private static void seconds(int seconds) {
        LogScanDefaults defaults = new LogScanDefaults();
        defaults.setSeconds(seconds);
        MachineLearningConfiguration.get().setCapabilities(List.of(defaults));
    }

    /** A build whose log is kept nowhere. */
    private static final class LargeBuild extends FreeStyleBuild {
        LargeBuild(FreeStyleProject project) throws IOException {
            super(project);
        }

        @NonNull
        @Override
        public InputStream getLogInputStream() {
            return new SequenceInputStream(new Lines(), new ByteArrayInputStream(END));
        }
    }

    /** One gigabyte of lines of a build, each with another number. */
    private static final class Lines extends InputStream {
        static final int LENGTH = 512;

        private final byte[] line = ("[INFO] Downloaded from central: org/example/shop/part-0000000000.jar "
                        + "(12 kB at 340 kB/s) ".repeat(30))
                .substring(0, LENGTH - 1)
                .concat("\n")
                .getBytes(StandardCharsets.UTF_8);
        private final int digits = new String(line, StandardCharsets.UTF_8).indexOf("0000000000");
        private long at;

        @Override
        public int read() {
            throw new UnsupportedOperationException("Logs are read in pieces.");
        }

        @Override
        public int read(@NonNull byte[] buffer, int offset, int length) {
            if (at >= GIGABYTE) {
                return -1;
            }
            int within = (int) (at % LENGTH);
            if (within == 0) {
                count(at / LENGTH);
            }
            int bytes = Math.min(length, LENGTH - within);
            System.arraycopy(line, within, buffer, offset, bytes);
            at += bytes;
            int more = 0;
            while (bytes + more + LENGTH <= length && at < GIGABYTE) {
                count(at / LENGTH);
                System.arraycopy(line, 0, buffer, offset + bytes + more, LENGTH);
                more += LENGTH;
                at += LENGTH;
            }
            return bytes + more;
        }

        private void count(long number) {
            long rest = number;
            for (int i = 9; i >= 0; i--) {
                line[digits + i] = (byte) ('0' + rest % 10);
                rest /= 10;
            }
        }
    }
}
