package io.jenkins.plugins.mlci.logscan.scan;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.jenkins.plugins.mlci.logscan.baseline.Baseline;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LogScannerTest {
    private static final LogScanner SCANNER = LogScanner.shipped();
    private static final String GOOD =
            "Started\n[INFO] Compiling 12 source files\n[INFO] BUILD SUCCESS\nFinished: SUCCESS\n";
    private static final String BAD = "Started\n[INFO] Compiling 12 source files\n"
            + "[ERROR] App.java:[3,5] cannot find symbol\n[INFO] BUILD FAILURE\nFinished: FAILURE\n";

    private static byte[] bytes(String log) {
        return log.getBytes(StandardCharsets.UTF_8);
    }

    private static Baseline good() throws IOException {
        Baseline one = SCANNER.learn(Baseline.empty(), new ByteArrayInputStream(bytes(GOOD)));
        return SCANNER.learn(one, new ByteArrayInputStream(bytes(GOOD)));
    }

    private static ScanResult scan(String log, Baseline baseline, BuildOutcome outcome) throws IOException {
        return SCANNER.scan(new ByteArrayInputStream(bytes(log)), baseline, outcome);
    }

    @Test
    void comparesALogWithGoodBuilds() throws IOException {
        ScanResult result = scan(BAD, good(), BuildOutcome.UNKNOWN);
        assertThat(result.lines()).isEqualTo(5);
        assertThat(result.newlines()).isEqualTo(5);
        assertThat(result.goodBuilds()).isEqualTo(2);
        assertThat(result.complete()).isTrue();
        assertThat(result.anomalies()).anyMatch(each -> each.kind().equals("never_seen") && each.first() == 3);
    }

    @Test
    void whatThisSuitePrintedIsNoEvidence() throws IOException {
        String told = BAD.replace(
                "Finished",
                "[ml-log-scan] Cause: App.java:[3,5] cannot find symbol\n"
                        + "[ml-test-selector] All tests will run: error: the history is broken\nFinished");
        ScanResult result = scan(told, good(), BuildOutcome.FAILED);
        assertThat(result.lines()).isEqualTo(7);
        assertThat(result.ranges()).isNotEmpty().allSatisfy(range -> assertThat(range.text())
                .noneMatch(line -> line.startsWith("[ml-")));
        assertThat(result.anomalies()).noneMatch(each -> each.first() == 5 || each.first() == 6);
    }

    @Test
    void aLogThatIsBrokenOffIsJudgedByWhatCame() {
        LogScan scan = SCANNER.start(Baseline.empty(), TimeBudget.UNLIMITED, AlertListener.NONE);
        byte[] half = bytes("Started\n[ERROR] App.java:[3,5] cannot find symbol");
        scan.accept(half, 0, half.length);
        scan.breakOff();
        scan.accept(half, 0, half.length);
        ScanResult result = scan.finish(BuildOutcome.UNKNOWN, -1);
        assertThat(result.lines()).isEqualTo(2);
        assertThat(result.ranges().get(0).first()).isEqualTo(2);
        assertThat(result.complete()).isFalse();
        assertThat(result.problems())
                .containsExactly("The scan was broken off after line 2; what came later was not read.");
    }

    @Test
    void aGoodBuildHasNoCause() throws IOException {
        ScanResult result = scan(BAD, good(), BuildOutcome.GOOD);
        assertThat(result.hasCause()).isFalse();
        assertThat(result.category()).isEmpty();
        assertThat(result.signature()).isEmpty();
        assertThat(scan(GOOD, good(), BuildOutcome.UNKNOWN).anomalies()).isEmpty();
    }

    @Test
    void anEmptyLogHasNothing() throws IOException {
        ScanResult result = scan("", Baseline.empty(), BuildOutcome.UNKNOWN);
        assertThat(result.lines()).isZero();
        assertThat(result.ranges()).isEmpty();
        assertThat(result.complete()).isTrue();
    }

    @Test
    void neverRepeatsASecret() throws IOException {
        String secret = "FAKE-s3cr3t-cJCDA77C";
        ScanResult result = scan(BAD.replace("symbol", "symbol password=" + secret), good(), BuildOutcome.FAILED);
        assertThat(result.secrets()).isEqualTo(1);
        assertThat(result.ranges()).anyMatch(each -> each.kind().equals("secret") && each.first() == 3);
        assertThat(new ObjectMapper().writeValueAsString(result))
                .doesNotContain(secret)
                .contains("password=****");
        LogScan learned = SCANNER.start(Baseline.empty(), TimeBudget.UNLIMITED, AlertListener.NONE);
        byte[] log = bytes("password=OnlyLetters-andadash\n");
        learned.accept(log, 0, log.length);
        assertThat(Baseline.empty().learn(learned.profile(-1)).toString()).doesNotContain("OnlyLetters");
    }

    @Test
    void isJsonAsTheIssueNamesIt() throws IOException {
        JsonNode json = new ObjectMapper().valueToTree(scan("a\npassword=FAKE-x1y2\n", good(), BuildOutcome.UNKNOWN));
        assertThat(json.fieldNames())
                .toIterable()
                .contains("ranges", "category", "transient", "signature", "anomalies", "secrets", "lines");
        JsonNode range = json.get("ranges").get(json.get("ranges").size() - 1);
        assertThat(range.get("first").asLong()).isEqualTo(2);
        assertThat(range.get("last").asLong()).isEqualTo(2);
        assertThat(range.get("kind").asText()).isEqualTo("secret");
        assertThat(range.get("score").isNumber()).isTrue();
        assertThat(json.get("transient").isBoolean()).isTrue();
    }

    @Test
    void raisesAlertsAtTheLine() throws IOException {
        List<Alert> alerts = new ArrayList<>();
        LogScan scan = SCANNER.start(good(), TimeBudget.UNLIMITED, alerts::add);
        byte[] log = bytes(BAD);
        int until = BAD.indexOf("[INFO] BUILD");
        scan.accept(log, 0, until);
        assertThat(alerts).containsExactly(new Alert(3, "never_seen", "[ERROR] App.java:[3,5] cannot find symbol"));
        scan.accept(log, until, log.length - until);
        assertThat(alerts).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "java.lang.OutOfMemoryError: Java heap space",
                "java.sql.SQLException: ORA-01017",
                "npm ERR! code ELIFECYCLE",
                "fatal: unable to access the repository"
            })
    void raisesAnAlertAtTheNameOfAnError(String line) throws IOException {
        List<Alert> alerts = new ArrayList<>();
        LogScan scan = SCANNER.start(good(), TimeBudget.UNLIMITED, alerts::add);
        byte[] log = bytes(line + "\n");
        scan.accept(log, 0, log.length);
        assertThat(alerts).containsExactly(new Alert(1, "never_seen", line));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[INFO] Compiling src/main/java/org/example/ErrorHandler.java",
                "Registered org.example.errors.FailureListener for 3 kinds"
            })
    void aNameThatTellsOfNoTroubleRaisesNoAlert(String line) throws IOException {
        List<Alert> alerts = new ArrayList<>();
        LogScan scan = SCANNER.start(good(), TimeBudget.UNLIMITED, alerts::add);
        byte[] log = bytes(line + "\n");
        scan.accept(log, 0, log.length);
        assertThat(alerts).isEmpty();
    }

    @Test
    void aListenerThatThrowsDoesNotStopTheScan() {
        LogScan scan = SCANNER.start(Baseline.empty(), TimeBudget.UNLIMITED, alert -> {
            throw new IllegalStateException("no");
        });
        byte[] log = bytes("fatal: x\nlast\n");
        scan.accept(log, 0, log.length);
        ScanResult result = scan.finish(BuildOutcome.UNKNOWN, -1);
        assertThat(result.lines()).isEqualTo(2);
        assertThat(result.problems()).anyMatch(problem -> problem.contains("alert"));
    }

    @Test
    void stopsWhenItsTimeIsUp() {
        AtomicLong clock = new AtomicLong();
        TimeBudget budget = new TimeBudget(() -> clock.addAndGet(1_000_000), Duration.ofMillis(3));
        LogScan scan = SCANNER.start(Baseline.empty(), budget, AlertListener.NONE);
        byte[] log = bytes("line\n".repeat(10_000));
        scan.accept(log, 0, log.length);
        ScanResult result = scan.finish(BuildOutcome.UNKNOWN, -1);
        assertThat(result.complete()).isFalse();
        assertThat(result.problems()).anyMatch(problem -> problem.contains("time"));
    }

    @Test
    void ofAGoodBuildTellsWhatWasPrintedTooOften() throws IOException {
        String noisy = GOOD + "[WARN] cache entry 1 expired\n".repeat(300);
        ScanResult result = scan(noisy, good(), BuildOutcome.GOOD);
        assertThat(result.ranges()).extracting(Finding::kind).contains("too_many");
    }

    @Property(tries = 200)
    void anyBytesInAnyPiecesGiveTheSame(
            @ForAll @Size(max = 500) byte[] log, @ForAll @IntRange(min = 1, max = 50) int piece) throws IOException {
        LogScan pieces = SCANNER.start(good(), TimeBudget.UNLIMITED, AlertListener.NONE);
        for (int at = 0; at < log.length; at += piece) {
            pieces.accept(log, at, Math.min(piece, log.length - at));
        }
        ScanResult whole = SCANNER.scan(new ByteArrayInputStream(log), good(), BuildOutcome.FAILED);
        assertThat(pieces.finish(BuildOutcome.FAILED, -1)).isEqualTo(whole);
        assertThat(whole.complete()).isTrue();
    }

    @Test
    void survivesHostileLogs() throws IOException {
        String[] hostile = {
            "\0".repeat(100_000),
            "\r".repeat(50_000),
            "\u001B[".repeat(50_000),
            "\u001B[8mha:".repeat(10_000),
            "(".repeat(100_000) + "\n",
            "((((a+)+)+)+)+".repeat(5_000) + "\n",
            "at a.b.C(".repeat(20_000) + "\n",
            "[Pipeline] { (x)\n".repeat(5_000),
            "travis_fold:start:".repeat(1_000) + "\n",
            "2026-11-24T10:00:00Z ".repeat(5_000) + "\n",
            "-----BEGIN PRIVATE KEY-----\n".repeat(2_000),
            "password=".repeat(5_000) + "\n",
            "https://".repeat(5_000) + "\n"
        };
        for (String log : hostile) {
            ScanResult result = scan(log, good(), BuildOutcome.FAILED);
            assertThat(result.complete()).as(log.substring(0, 9)).isTrue();
        }
        byte[] invalid = new byte[100_000];
        Arrays.fill(invalid, (byte) 0xC3);
        try (InputStream in = new ByteArrayInputStream(invalid)) {
            assertThat(SCANNER.scan(in, good(), BuildOutcome.FAILED).lines()).isEqualTo(1);
        }
    }
}
