package io.jenkins.plugins.mlci.logscan.anomaly;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jenkins.plugins.mlci.logscan.baseline.Baseline;
import io.jenkins.plugins.mlci.logscan.line.LineReader;
import io.jenkins.plugins.mlci.logscan.template.TemplateMiner;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class LogWatchTest {
    private static final String GOOD = """
            2026-11-24T10:00:00Z Started by a timer
            2026-11-24T10:00:01Z ##[group]Build
            2026-11-24T10:00:02Z compiling 112 files
            2026-11-24T10:00:05Z linking
            2026-11-24T10:00:06Z ##[group]Test
            2026-11-24T10:00:07Z Tests run: 12, Failures: 0
            2026-11-24T10:00:09Z Finished: SUCCESS
            """;

    private static LogWatch watch(Baseline baseline, String log) {
        LogWatch watch = new LogWatch(baseline, new TemplateMiner());
        try {
            LineReader.readAll(new ByteArrayInputStream(log.getBytes(StandardCharsets.UTF_8)), watch::line);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
        return watch;
    }

    private static Baseline baseline(int builds) {
        Baseline baseline = Baseline.empty();
        for (int i = 0; i < builds; i++) {
            baseline = baseline.learn(
                    watch(baseline, GOOD.replace("12", String.valueOf(12 + i))).profile(-1));
        }
        return baseline;
    }

    private static List<Anomaly> find(Baseline baseline, String log, AnomalyKind kind) {
        return watch(baseline, log).finish(-1).anomalies().stream()
                .filter(each -> each.kind() == kind)
                .toList();
    }

    @Test
    void aGoodBuildIsLikeTheOthers() {
        for (int builds : new int[] {0, 1, 2, 30}) {
            LogEvidence evidence = watch(baseline(builds), GOOD).finish(-1);
            assertThat(evidence.anomalies()).isEmpty();
            assertThat(evidence.goodBuilds()).isEqualTo(builds);
            assertThat(evidence.total()).isEqualTo(7);
        }
    }

    @Test
    void saysHowNewALineIs() {
        String log =
                GOOD.replace("linking", "undefined reference to main").replace("Tests run: 12", "Tests skipped: 12");
        List<LineEvidence> lines = watch(baseline(3), log).finish(-1).lines();
        assertThat(lines).extracting(LineEvidence::number).containsExactly(1L, 2L, 3L, 4L, 5L, 6L, 7L);
        assertThat(lines.get(2).novelty()).isZero();
        assertThat(lines.get(3).novelty()).isEqualTo(1);
        assertThat(lines.get(3).stage()).isEqualTo("Build");
        assertThat(lines.get(3).text()).isEqualTo("undefined reference to main");
        assertThat(lines.get(5).novelty()).isBetween(0.7, 1.0);
        assertThat(watch(Baseline.empty(), log).finish(-1).lines().get(3).novelty())
                .isNaN();
    }

    @Test
    void findsLinesThatWereNeverSeen() {
        String log = GOOD.replace("linking", "undefined reference to main\n2026-11-24T10:00:05Z collect2 says no");
        List<Anomaly> found = find(baseline(2), log, AnomalyKind.NEVER_SEEN);
        assertThat(found).hasSize(1);
        assertThat(found.get(0).first()).isEqualTo(4);
        assertThat(found.get(0).last()).isEqualTo(5);
        assertThat(found.get(0).reason()).isEqualTo("None of the 2 good builds has these 2 lines or such as these.");
        assertThat(found.get(0).score()).isGreaterThan(0.7);
    }

    @Test
    void newLinesAreUsualWhereTheyAlwaysWere() {
        Baseline baseline = Baseline.empty();
        List<String> words = List.of("alpha beta", "gamma delta", "epsilon zeta", "eta theta", "iota kappa", "la mu");
        for (String commit : words) {
            baseline = baseline.learn(
                    watch(baseline, "Commit message\n" + commit + "\nbuild\n").profile(-1));
        }
        assertThat(find(baseline, "Commit message\nnu xi\nbuild\n", AnomalyKind.NEVER_SEEN))
                .isEmpty();
        assertThat(find(baseline, "Commit message\nalpha beta\nbuild\nnu xi\n", AnomalyKind.NEVER_SEEN))
                .hasSize(1);
    }

    @Test
    void findsRareLines() {
        Baseline baseline = baseline(20);
        baseline = baseline.learn(watch(baseline, GOOD + "a seldom word\n").profile(-1));
        for (int i = 0; i < 10; i++) {
            baseline = baseline.learn(watch(baseline, GOOD).profile(-1));
        }
        List<Anomaly> found = find(baseline, GOOD + "a seldom word\n", AnomalyKind.RARE);
        assertThat(found).hasSize(1);
        assertThat(found.get(0).first()).isEqualTo(8);
    }

    @Test
    void findsMissingLines() {
        String log = GOOD.replaceAll("(?m)^.*(compiling|linking).*\n", "");
        List<Anomaly> found = find(baseline(3), log, AnomalyKind.MISSING);
        assertThat(found).hasSize(1);
        assertThat(found.get(0).reason()).contains("2 kinds of lines from \"compiling");
        assertThat(found.get(0).first()).isEqualTo(2);
        assertThat(find(baseline(2), log, AnomalyKind.MISSING)).isEmpty();
    }

    @Test
    void findsTooManyLines() {
        StringBuilder log = new StringBuilder(GOOD);
        for (int i = 0; i < 300; i++) {
            log.append("[WARN] cache entry ").append(i).append(" expired\n");
        }
        List<Anomaly> found = find(baseline(2), log.toString(), AnomalyKind.TOO_MANY);
        assertThat(found).hasSize(1);
        assertThat(found.get(0).first()).isEqualTo(8);
        assertThat(found.get(0).last()).isEqualTo(307);
        assertThat(found.get(0).reason())
                .startsWith("300 lines like \"[WARN] cache entry <*> expired\"; no good build has any");
    }

    @Test
    void findsAGapAndASlowStage() {
        String log = GOOD.replace("10:00:06Z ##", "10:01:06Z ##")
                .replace("10:00:07Z", "10:01:07Z")
                .replace("10:00:09Z", "10:01:09Z");
        List<Anomaly> found = find(baseline(5), log, AnomalyKind.TOO_SLOW);
        assertThat(found)
                .extracting(Anomaly::reason)
                .anyMatch(reason -> reason.startsWith("1 min 1 s passed behind this line"));
        assertThat(found)
                .extracting(Anomaly::reason)
                .anyMatch(reason -> reason.startsWith("The stage Build took 1 min 5 s"));
        assertThat(found).extracting(Anomaly::reason).anyMatch(reason -> reason.startsWith("The build took"));
        assertThat(found.stream()
                        .filter(each -> each.reason().contains("passed"))
                        .findFirst()
                        .orElseThrow()
                        .first())
                .isEqualTo(4);
    }

    @Test
    void takesTheDurationOfABuildWithoutTimes() {
        Baseline baseline = Baseline.empty();
        for (int i = 0; i < 5; i++) {
            baseline = baseline.learn(watch(baseline, "a\nb\n").profile(10_000 + i));
        }
        assertThat(watch(baseline, "a\nb\n").finish(11_000).anomalies()).isEmpty();
        assertThat(watch(baseline, "a\nb\n").finish(60_000).anomalies())
                .extracting(Anomaly::kind)
                .containsExactly(AnomalyKind.TOO_SLOW);
    }

    @Test
    void keepsAShortLogWholeAndOfALongOneWhatStandsOut() {
        StringBuilder log = new StringBuilder();
        for (int i = 1; i <= 100_000; i++) {
            log.append(i == 40_000 ? "fatal: disk is gone\n" : "working on item " + i + "\n");
        }
        LogEvidence evidence = watch(Baseline.empty(), log.toString()).finish(-1);
        List<Long> numbers = evidence.lines().stream().map(LineEvidence::number).toList();
        assertThat(numbers).isSorted().doesNotHaveDuplicates();
        assertThat(numbers).contains(1L, 500L, 39_994L, 40_000L, 40_012L, 94_001L, 100_000L);
        assertThat(numbers).hasSize(500 + 19 + EvidenceKeeper.TAIL);
        assertThat(evidence.total()).isEqualTo(100_000);
        LineEvidence cause = evidence.lines().get(500 + 6);
        assertThat(cause.text()).isEqualTo("fatal: disk is gone");
        assertThat(cause.occurrences()).isEqualTo(1);
    }

    @Property(tries = 300)
    void takesAnyBytesAndIsTheSameTwice(@ForAll @Size(max = 400) byte[] bytes) throws IOException {
        Baseline baseline = baseline(2);
        LogWatch one = new LogWatch(baseline, new TemplateMiner());
        LogWatch two = new LogWatch(baseline, new TemplateMiner());
        LineReader.readAll(new ByteArrayInputStream(bytes), one::line);
        LineReader.readAll(new ByteArrayInputStream(bytes), two::line);
        LogEvidence evidence = one.finish(-1);
        assertThat(evidence).isEqualTo(two.finish(-1));
        for (Anomaly each : evidence.anomalies()) {
            assertThat(each.last()).isLessThanOrEqualTo(Math.max(1, evidence.total()));
        }
        assertThat(baseline.learn(one.profile(-1)).builds()).isEqualTo(3);
    }

    @Test
    void anAnomalyHasARangeAndAScore() {
        assertThatThrownBy(() -> new Anomaly(2, 1, 0.5, AnomalyKind.RARE, "x")).hasMessageContaining("range");
        assertThatThrownBy(() -> new Anomaly(1, 1, 1.5, AnomalyKind.RARE, "x")).hasMessageContaining("score");
        assertThatThrownBy(() -> new Anomaly(1, 1, Double.NaN, AnomalyKind.RARE, "x"))
                .hasMessageContaining("score");
    }
}
