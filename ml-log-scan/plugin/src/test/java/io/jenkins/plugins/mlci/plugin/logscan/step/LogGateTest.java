package io.jenkins.plugins.mlci.plugin.logscan.step;

import static io.jenkins.plugins.mlci.plugin.logscan.report.Reports.anomaly;
import static io.jenkins.plugins.mlci.plugin.logscan.report.Reports.cause;
import static io.jenkins.plugins.mlci.plugin.logscan.report.Reports.report;
import static io.jenkins.plugins.mlci.plugin.logscan.report.Reports.result;
import static io.jenkins.plugins.mlci.plugin.logscan.report.Reports.secret;
import static org.assertj.core.api.Assertions.assertThat;

import hudson.model.Result;
import io.jenkins.plugins.mlci.logscan.scan.BuildOutcome;
import io.jenkins.plugins.mlci.plugin.logscan.report.ScanReport;
import org.junit.jupiter.api.Test;

class LogGateTest {
    private static final ScanReport REPORT = report(
            BuildOutcome.FAILED,
            result(
                    "test",
                    false,
                    "",
                    cause(1, "boom"),
                    secret(2, "***"),
                    secret(3, "***"),
                    anomaly(4, "never_seen"),
                    anomaly(5, "too_slow")));

    @Test
    void eachKindIsCounted() {
        assertThat(new LogGate("secret").reason(REPORT)).contains("The log has 2 secrets, and the gate allows none.");
        assertThat(new LogGate("cause").reason(REPORT)).isPresent();
        assertThat(new LogGate(" NEVER_SEEN ").reason(REPORT)).isPresent();
        assertThat(new LogGate("too_many").reason(REPORT)).isEmpty();
        assertThat(new LogGate(null).reason(REPORT)).isEmpty();
    }

    @Test
    void theThresholdIsReachedOrNot() {
        LogGate gate = new LogGate("secret");
        gate.setThreshold(3);
        assertThat(gate.reason(REPORT)).isEmpty();
        gate.setThreshold(2);
        assertThat(gate.reason(REPORT)).contains("The log has 2 secrets, and the gate allows fewer than 2.");
        gate.setThreshold(-4);
        assertThat(gate.getThreshold()).isEqualTo(1);
    }

    @Test
    void anUnknownResultIsTheMilderOne() {
        LogGate gate = new LogGate("secret");
        gate.setResult("explode");
        assertThat(gate.buildResult()).isEqualTo(Result.UNSTABLE);
        gate.setResult("FAILURE");
        assertThat(gate.buildResult()).isEqualTo(Result.FAILURE);
    }
}
