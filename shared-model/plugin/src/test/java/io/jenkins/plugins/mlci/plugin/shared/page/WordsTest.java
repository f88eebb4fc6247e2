package io.jenkins.plugins.mlci.plugin.shared.page;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.mlci.plugin.shared.watch.Impact;
import io.jenkins.plugins.mlci.shared.registry.ModelState;
import io.jenkins.plugins.mlci.shared.registry.Scope;
import io.jenkins.plugins.mlci.shared.watch.DriftLevel;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class WordsTest {
    private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");

    @Test
    void numbersHaveAsManyDigitsAsMeanSomething() {
        assertThat(Words.number(4310)).isEqualTo("4,310");
        assertThat(Words.number(0.12345)).isEqualTo("0.123");
        assertThat(Words.number(12.345)).isEqualTo("12.3");
        assertThat(Words.number(1234.5)).isEqualTo("1,235");
    }

    @Test
    void timesAreInTheUnitThatPeopleUse() {
        assertThat(Words.ago(NOON, NOON.plusSeconds(59 * 60))).isEqualTo("59 min ago");
        assertThat(Words.ago(NOON, NOON.plusSeconds(47 * 3600))).isEqualTo("47 h ago");
        assertThat(Words.ago(NOON, NOON.plusSeconds(72 * 3600))).isEqualTo("3 days ago");
        assertThat(Words.ago(NOON.plusSeconds(60), NOON)).isEqualTo("0 min ago");
        assertThat(Words.duration(40)).isEqualTo("40 s");
        assertThat(Words.duration(600)).isEqualTo("10 min");
        assertThat(Words.duration(7200)).isEqualTo("2 h");
    }

    @Test
    void sizesAreShort() {
        assertThat(Words.size(0)).isEmpty();
        assertThat(Words.size(999)).isEqualTo("999 B");
        assertThat(Words.size(12_400)).isEqualTo("12 kB");
        assertThat(Words.size(2_560_000)).isEqualTo("2.6 MB");
    }

    @Test
    void everyStateHasAWord() {
        for (ModelState state : ModelState.values()) {
            assertThat(Words.state(state)).isNotBlank();
        }
        for (DriftLevel level : DriftLevel.values()) {
            assertThat(Words.drift(level)).isNotBlank();
        }
        assertThat(Words.metrics(new TreeMap<>(Map.of("auc", 0.91, "rows", 12.0))))
                .isEqualTo("auc 0.910, rows 12");
    }

    @Test
    void aModelsAddressTellsWhichItIs() {
        for (ModelKey key : List.of(
                new ModelKey("test-selection", Scope.job("team/app/feature%2Fx")),
                new ModelKey("risk", Scope.controller()),
                new ModelKey("log", Scope.family("\u00e4/\u65e5")))) {
            assertThat(key.token()).matches("[A-Za-z0-9_-]+");
            assertThat(ModelKey.ofToken(key.token())).contains(key);
        }
        assertThat(ModelKey.ofToken("index")).isEmpty();
        assertThat(ModelKey.ofToken("%%%")).isEmpty();
        assertThat(ModelKey.ofToken("")).isEmpty();
    }

    @Test
    void impactIsAddedUpByMeasureAndUnit() {
        List<ImpactRow> rows = ImpactPage.sum(
                List.of(
                        new Impact("a", "Test time saved", 10, "min", true),
                        new Impact("a", "Failures missed", 1, "failures", false),
                        new Impact("b", "Test time saved", 5, "min", true)),
                "");

        assertThat(rows).extracting(ImpactRow::getText).containsExactly("15 min", "1 failures");
        assertThat(rows).extracting(ImpactRow::isGood).containsExactly(true, false);
    }
}
