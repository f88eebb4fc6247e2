package io.jenkins.plugins.mlci.logscan.baseline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jenkins.plugins.mlci.logscan.anomaly.LogWatch;
import io.jenkins.plugins.mlci.logscan.line.LineReader;
import io.jenkins.plugins.mlci.logscan.template.TemplateMiner;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BaselineTest {
    private static BuildProfile profile(Baseline baseline, String log, long millis) {
        LogWatch watch = new LogWatch(baseline, new TemplateMiner());
        try {
            LineReader.readAll(new ByteArrayInputStream(log.getBytes(StandardCharsets.UTF_8)), watch::line);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
        return watch.profile(millis);
    }

    private static Baseline learn(Baseline baseline, String log) {
        return baseline.learn(profile(baseline, log, -1));
    }

    private static KnownForm form(Baseline baseline, String word) {
        return baseline.forms().stream()
                .filter(form -> form.tokens().contains(word))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void learnsHowOftenAndWhere() {
        Baseline one = learn(Baseline.empty(), "start\nstep 1 of it\nstep 2 of it\nend\n");
        assertThat(one.builds()).isEqualTo(1);
        assertThat(form(one, "step").most()).isEqualTo(2);
        assertThat(form(one, "start").position()).isZero();
        assertThat(form(one, "end").position()).isEqualTo(1);
        Baseline two = learn(one, "start\nend\n");
        assertThat(two.builds()).isEqualTo(2);
        assertThat(form(two, "start").weight()).isEqualTo(two.weight());
        assertThat(form(two, "step").weight()).isLessThan(two.weight() / 2);
        assertThat(two.lines()).isBetween(3.0, 4.0);
    }

    @Test
    void learnsWhereNewLinesAreUsual() {
        Baseline baseline = Baseline.empty();
        for (String commit : List.of("fix a typo", "better words", "another change", "more tests here")) {
            baseline = learn(baseline, "Checking out\n" + commit + "\nbuild\n");
        }
        KnownForm before = form(baseline, "Checking");
        assertThat(before.churn()).isGreaterThan(0.9 * (before.weight() - 1));
        assertThat(form(baseline, "build").churn()).isLessThanOrEqualTo(1);
    }

    @Test
    void learnsHowLongStagesTake() {
        String log =
                "2026-11-24T10:00:00Z ##[group]Build\n2026-11-24T10:00:08Z compiled\n2026-11-24T10:00:09Z ##[group]Test\n"
                        + "2026-11-24T10:00:29Z tested\n";
        Baseline baseline = learn(Baseline.empty(), log);
        assertThat(baseline.stages()).containsExactly("Build", "Test");
        assertThat(baseline.stageTimes().get("Build").millis()).containsExactly(9_000L);
        assertThat(baseline.stageTimes().get("Test").millis()).containsExactly(20_000L);
        assertThat(baseline.durations().millis()).containsExactly(29_000L);
        assertThat(baseline.gapMillis()).isEqualTo(20_000);
        assertThat(form(baseline, "compiled").gapMillis()).isEqualTo(1_000);
    }

    @Test
    void forgetsWhatIsLongAgo() {
        Baseline baseline = learn(Baseline.empty(), "an old word here\nstays\n");
        for (int i = 0; i < Baseline.FORGOTTEN_AFTER; i++) {
            baseline = learn(baseline, "stays\n");
        }
        assertThat(baseline.forms()).hasSize(1);
        assertThat(baseline.weight()).isLessThan(1 / (1 - Baseline.DECAY));
    }

    @Test
    void isBounded() {
        Random random = new Random(7);
        Baseline baseline = Baseline.empty();
        for (int build = 0; build < 3; build++) {
            StringBuilder log = new StringBuilder("always here\n");
            for (int i = 0; i < 8_000; i++) {
                log.append("w")
                        .append((char) ('g' + random.nextInt(19)))
                        .append(letters(random))
                        .append(" done\n");
            }
            baseline = learn(baseline, log.toString());
        }
        assertThat(baseline.forms()).hasSizeLessThanOrEqualTo(Baseline.MOST_FORMS);
        assertThat(form(baseline, "always").weight()).isEqualTo(baseline.weight());
    }

    private static String letters(Random random) {
        StringBuilder word = new StringBuilder();
        for (int i = 0; i < 8; i++) {
            word.append((char) ('g' + random.nextInt(19)));
        }
        return word.toString();
    }

    @Test
    void isTheSameAfterJson() throws IOException {
        Baseline baseline =
                learn(Baseline.empty(), "2026-11-24T10:00:00Z ##[group]Build\n2026-11-24T10:00:01Z a \"b\" \u00e4 1\n");
        Baseline read = BaselineJson.read(BaselineJson.write(baseline));
        assertThat(read).isEqualTo(baseline);
        assertThat(BaselineJson.write(read)).isEqualTo(BaselineJson.write(baseline));
        assertThat(BaselineJson.read(BaselineJson.write(Baseline.empty()))).isEqualTo(Baseline.empty());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "null",
                "[]",
                "{}",
                "{\"version\":2,\"builds\":0,\"weight\":0,\"forms\":[],\"stages\":[],\"stageTimes\":{},\"lines\":0,\"gapMillis\":-1,\"durations\":{\"millis\":[]}}",
                "{\"version\":1,\"builds\":-1,\"weight\":0,\"forms\":[],\"stages\":[],\"stageTimes\":{},\"lines\":0,\"gapMillis\":-1,\"durations\":{\"millis\":[]}}",
                "{\"version\":1,\"builds\":1,\"weight\":\"NaN\",\"forms\":[],\"stages\":[],\"stageTimes\":{},\"lines\":0,\"gapMillis\":-1,\"durations\":{\"millis\":[]}}",
                "{\"version\":1,\"builds\":1,\"weight\":1,\"forms\":[{\"key\":null}],\"stages\":[],\"stageTimes\":{},\"lines\":0,\"gapMillis\":-1,\"durations\":{\"millis\":[]}}",
                "{\"version\":1,\"builds\":1,\"weight\":1,\"forms\":[null],\"stages\":[],\"stageTimes\":{},\"lines\":0,\"gapMillis\":-1,\"durations\":{\"millis\":[]}}"
            })
    void refusesWhatIsNoBaseline(String json) {
        assertThatThrownBy(() -> BaselineJson.read(json.getBytes(StandardCharsets.UTF_8)))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("baseline");
    }

    @Test
    void refusesABuildThatWasReadBesideAnother() {
        Baseline baseline = learn(Baseline.empty(), "##[group]Build\nx\n");
        BuildProfile other = new BuildProfile(List.of(), 1, List.of("Other"), Map.of(), -1);
        assertThatThrownBy(() -> baseline.learn(other)).hasMessageContaining("stages");
    }

    @Test
    void saysWhatIsStillNormal() {
        Durations none = new Durations(List.of());
        assertThat(none.limit()).isEqualTo(Long.MAX_VALUE);
        assertThat(none.plus(10_000).limit()).isEqualTo(30_000);
        Durations many = new Durations(List.of(10_000L, 11_000L, 9_000L, 10_500L, 9_500L));
        assertThat(many.limit()).isEqualTo(15_000);
        Durations wide = new Durations(List.of(10_000L, 20_000L, 30_000L, 40_000L, 50_000L));
        assertThat(wide.limit()).isEqualTo(100_000);
        Durations long30 = many;
        for (int i = 0; i < 50; i++) {
            long30 = long30.plus(i);
        }
        assertThat(long30.millis()).hasSize(Durations.KEPT).endsWith(49L);
    }
}
