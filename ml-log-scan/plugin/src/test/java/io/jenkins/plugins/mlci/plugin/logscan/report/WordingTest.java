package io.jenkins.plugins.mlci.plugin.logscan.report;

import static io.jenkins.plugins.mlci.plugin.logscan.report.Reports.cause;
import static io.jenkins.plugins.mlci.plugin.logscan.report.Reports.report;
import static io.jenkins.plugins.mlci.plugin.logscan.report.Reports.result;
import static io.jenkins.plugins.mlci.plugin.logscan.report.Reports.secret;
import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.mlci.logscan.scan.BuildOutcome;
import io.jenkins.plugins.mlci.logscan.scan.ScanResult;
import java.util.List;
import org.junit.jupiter.api.Test;

class WordingTest {
    @Test
    void theCauseIsTheVerdict() {
        ScanReport report = report(
                BuildOutcome.FAILED,
                result("compilation", false, "s", cause(118, "  ", "OrderService.java:118: error")));
        assertThat(Wording.verdict(report)).isEqualTo("Cause: OrderService.java:118: error");
        assertThat(Wording.why(report)).isEqualTo("Compilation (93 %): the sources do not compile. Not seen before.");
    }

    @Test
    void aTransientFailureSaysSoAndWhereItWasSeen() {
        ScanReport report = report(
                BuildOutcome.FAILED,
                result("network", true, "s", cause(9, "connection refused")),
                new Similar("shop", 12, "2026-11-20T08:00:00Z"),
                new Similar("shop", 4, "2026-11-02T08:00:00Z"));
        assertThat(Wording.verdict(report)).isEqualTo("Probably transient: connection refused");
        assertThat(Wording.why(report)).contains("Seen 2 times before, last in shop #12.");
    }

    @Test
    void secretsAreTheVerdictOnlyWithoutACause() {
        ScanResult both = result("test", false, "", cause(3, "boom"), secret(7, "password=****"));
        assertThat(Wording.verdict(report(BuildOutcome.FAILED, both))).isEqualTo("Cause: boom");
        assertThat(Wording.why(report(BuildOutcome.FAILED, both))).contains("The log also shows 1 secret.");
        ScanResult alone = result("", false, "", secret(7, "password=****"), secret(8, "token=****"));
        assertThat(Wording.verdict(report(BuildOutcome.GOOD, alone))).isEqualTo("The log shows 2 secrets.");
    }

    @Test
    void withoutAFindingTheSentenceFitsTheBuild() {
        ScanResult nothing = result("", false, "");
        assertThat(List.of(BuildOutcome.values()))
                .extracting(outcome -> Wording.verdict(report(outcome, nothing)))
                .containsExactlyInAnyOrder(
                        "The log does not say why the build failed.",
                        "Nothing in the log needs attention.",
                        "Nothing in the log looks like the cause of a failure so far.");
        assertThat(Wording.why(report(BuildOutcome.FAILED, nothing))).isEmpty();
    }

    @Test
    void aLongOrHostileLineIsCutToOneLine() {
        String verdict = Wording.verdict(report(
                BuildOutcome.FAILED, result("test", false, "", cause(1, "a\u001b[31m\u0000" + "x".repeat(500)))));
        assertThat(verdict).hasSizeLessThan(180).endsWith(" ...").doesNotContain("\u001b", "\u0000");
    }

    @Test
    void sharesAreNeverMoreCertainThanTheyAre() {
        assertThat(Wording.percent(0.9999)).isEqualTo("99 %");
        assertThat(Wording.percent(1)).isEqualTo("100 %");
        assertThat(Wording.percent(0.0001)).isEqualTo("1 %");
        assertThat(Wording.percent(0)).isEqualTo("0 %");
    }

    @Test
    void itSaysWhatWasReadAndComparedWith() {
        assertThat(Wording.scope(report(BuildOutcome.GOOD, result("", false, ""))))
                .isEqualTo("1,200 lines read; compared with 7 good builds.");
        ScanResult cut = new ScanResult(List.of(), "", 0, false, "", List.of(), 0, 10, 10, 0, false, List.of());
        assertThat(Wording.scope(report(BuildOutcome.GOOD, cut)))
                .isEqualTo(
                        "Not all lines were read: time was up; no good build of this job is known yet to compare with.");
    }
}
