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
    void aKindThatIsMoreLikelyWrongThanRightIsNoKind() {
        assertThat(Wording.kind("out_of_memory", 0.5)).isEqualTo("Out of memory (50 %)");
        assertThat(Wording.kind("out_of_memory", 0.49))
                .isEqualTo("Kind of failure unclear, perhaps out of memory (49 %)");
        assertThat(Wording.kind("", 0)).isEmpty();
        assertThat(Wording.kind("unknown", 1)).isEqualTo("Kind of failure unknown");
        assertThat(Wording.why(report(BuildOutcome.FAILED, result("unknown", false, "s", cause(3, "boom")))))
                .isEqualTo("Kind of failure unknown. Not seen before.");
        ScanResult sure = result("scm", false, "s", cause(3, "boom"));
        ScanResult unsure =
                new ScanResult(sure.ranges(), "scm", 0.2, false, "s", List.of(), 0, 1200, 1200, 7, true, List.of());
        assertThat(Wording.why(report(BuildOutcome.FAILED, unsure)))
                .isEqualTo("Kind of failure unclear, perhaps scm (20 %). Not seen before.");
    }

    @Test
    void aTransientFailureSaysSoAndWhereItWasSeen() {
        ScanReport report = report(
                BuildOutcome.FAILED,
                result("network", true, "s", cause(9, "connection refused")),
                new Past(
                        "shop",
                        14,
                        "2026-11-02T08:00:00Z",
                        List.of(new Past.Place("secret/job", 9), new Past.Place("shop", 12)),
                        "",
                        new Past.Remedy(13, true, "c0ffee"),
                        List.of()));
        assertThat(Wording.verdict(report)).isEqualTo("Probably transient: connection refused");
        assertThat(Wording.why(report))
                .contains("Seen 14 times before, since 2026-11-02, last in #12; then a retry helped (#13).");
    }

    @Test
    void otherJobsAreNotNamedAndACommitIsShort() {
        Past elsewhere = new Past(
                "shop", 1, "2026-11-02T08:00:00Z", List.of(new Past.Place("secret/job", 9)), "", null, List.of());
        assertThat(Wording.seen(elsewhere)).isEqualTo("Seen once before, on 2026-11-02, in other jobs only.");
        assertThat(Wording.remedy(new Past.Remedy(5, false, "0123456789abcdef")))
                .isEqualTo("#5 was good again with commit 01234567");
        assertThat(Wording.remedy(new Past.Remedy(5, false, ""))).isEqualTo("#5 was good again");
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
