package io.jenkins.plugins.mlci.plugin.logscan.step;

import static io.jenkins.plugins.mlci.plugin.logscan.report.Reports.anomaly;
import static io.jenkins.plugins.mlci.plugin.logscan.report.Reports.cause;
import static io.jenkins.plugins.mlci.plugin.logscan.report.Reports.report;
import static io.jenkins.plugins.mlci.plugin.logscan.report.Reports.result;
import static io.jenkins.plugins.mlci.plugin.logscan.report.Reports.secret;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hudson.AbortException;
import hudson.model.Result;
import io.jenkins.plugins.mlci.logscan.scan.BuildOutcome;
import io.jenkins.plugins.mlci.plugin.logscan.report.ScanReport;
import java.util.List;
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
    void aWordThatIsNotKnownIsRefusedWithTheWordsThatAre() throws Exception {
        LogGate gate = new LogGate(" SECRET ");
        gate.setResult("FAILURE");
        assertThat(gate.buildResult()).isEqualTo(Result.FAILURE);
        LogGate.check(List.of(gate));
        gate.setResult(null);
        assertThat(gate.buildResult()).isEqualTo(Result.UNSTABLE);
        LogGate.check(List.of(gate));
        gate.setResult("fail");
        assertThatThrownBy(() -> LogGate.check(List.of(gate)))
                .isInstanceOf(AbortException.class)
                .hasMessage("The word \"fail\" for result of logGate is not known; write unstable or failure.");
        for (String on : new String[] {"secrets", "", null}) {
            assertThatThrownBy(() -> LogGate.check(List.of(new LogGate("cause"), new LogGate(on))))
                    .hasMessage("The word \"" + (on == null ? "" : on) + "\" for on of logGate is not known; "
                            + "write secret, cause, never_seen, too_many or too_slow.");
        }
    }
}
