package io.jenkins.plugins.mlci.testselector.selection;

import static io.jenkins.plugins.mlci.testselector.SyntheticHistory.change;
import static io.jenkins.plugins.mlci.testselector.SyntheticHistory.sourceOf;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.jenkins.plugins.mlci.shared.history.BuildRecord;
import io.jenkins.plugins.mlci.shared.history.ChangeSet;
import io.jenkins.plugins.mlci.shared.history.TestId;
import io.jenkins.plugins.mlci.shared.model.ModelFormatException;
import io.jenkins.plugins.mlci.shared.model.StateWriter;
import io.jenkins.plugins.mlci.testselector.SyntheticHistory;
import io.jenkins.plugins.mlci.testselector.policy.Policy;
import io.jenkins.plugins.mlci.testselector.policy.Rules;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SelectorJsonTest {
    private static final List<TestId> TESTS = SyntheticHistory.tests(25);
    private static final Rules RULES = new Rules(List.of(), List.of(), 0, 5);
    private static final ChangeSet CHANGE = change(sourceOf(7), SyntheticHistory.BREAKING_FILE);

    private static LearnedSelector learned(List<BuildRecord> builds, long seed) {
        LearnedSelector learned = LearnedSelector.empty(seed);
        builds.forEach(build -> learned.learn(build, true));
        return learned;
    }

    private static LearnedSelector copy(LearnedSelector learned) {
        return SelectorJson.read(SelectorJson.write(learned, Map.of("code", "test")));
    }

    private static void assertSame(LearnedSelector one, LearnedSelector other) {
        for (Policy policy : List.of(new Policy.Confidence(0.8), new Policy.Fraction(0.3))) {
            assertThat(one.selector().select(List.of(CHANGE), TESTS, policy, RULES))
                    .isEqualTo(other.selector().select(List.of(CHANGE), TESTS, policy, RULES));
        }
        assertThat(one.selector().ranker().share())
                .isEqualTo(other.selector().ranker().share());
    }

    @Property(tries = 8)
    void learningOnFromAStoredStateIsLearningAnew(
            @ForAll @IntRange(max = 200) int stored, @ForAll @IntRange(max = 1000) int seed) {
        List<BuildRecord> builds = SyntheticHistory.planted(25, 200, seed);
        LearnedSelector anew = learned(builds, seed);
        LearnedSelector goesOn = copy(learned(builds.subList(0, stored), seed));
        builds.subList(stored, 200).forEach(build -> goesOn.learn(build, true));
        assertSame(anew, goesOn);
        assertThat(goesOn.builds()).isEqualTo(anew.builds());
        assertThat(goesOn.seed()).isEqualTo(seed);
    }

    @Test
    void theOwnModelIsKept() {
        LearnedSelector learned = learned(SyntheticHistory.planted(25, 200, 3), 3);
        assertThat(learned.selector().ranker().share()).isPositive();
        assertThat(copy(learned).selector().ranker().model()).isNotNull();
        assertSame(learned, copy(learned));
    }

    @Test
    void describingLeavesOutTheBulk() {
        byte[] json = SelectorJson.write(learned(SyntheticHistory.planted(25, 60, 3), 3), Map.of("builds", "60"));
        assertThat(SelectorJson.describe(json).path("provenance").path("builds").asText())
                .isEqualTo("60");
        assertThat(SelectorJson.describe(json).path("history").asText()).endsWith("characters, compressed");
        assertThatThrownBy(() -> SelectorJson.describe(new byte[] {'{'})).isInstanceOf(ModelFormatException.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{",
                "[]",
                "{}",
                "null",
                "{\"format\":2}",
                "{\"format\":1,\"features\":\"other/1\"}",
                "{\"format\":\"1\"}"
            })
    void whatIsNoSelectorIsRefused(String text) {
        byte[] json = text.getBytes(StandardCharsets.UTF_8);
        assertThatThrownBy(() -> SelectorJson.read(json))
                .isInstanceOf(ModelFormatException.class)
                .message()
                .isNotBlank();
        assertThatThrownBy(() -> SelectorJson.watch(json))
                .isInstanceOf(ModelFormatException.class)
                .message()
                .isNotBlank();
    }

    @Test
    void theWatchIsReadAlone() throws IOException {
        LearnedSelector learned = learned(SyntheticHistory.planted(25, 200, 3), 3);
        byte[] json = SelectorJson.write(learned, Map.of());
        assertThat(learned.selector().watch().losses()).isNotEmpty();
        assertThat(SelectorJson.watch(json).losses())
                .isEqualTo(learned.selector().watch().losses());
        for (double[] bad : new double[][] {{2}, {-0.1}, {Double.NaN}}) {
            ObjectNode broken = (ObjectNode) new ObjectMapper().readTree(json);
            broken.put("watch", new StateWriter().reals(bad).toText());
            assertThatThrownBy(() -> SelectorJson.watch(broken.toString().getBytes(StandardCharsets.UTF_8)))
                    .isInstanceOf(ModelFormatException.class);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"builds", "history", "ranker", "guarantee"})
    void aPartThatIsMissingCutOrForeignIsRefused(String part) throws IOException {
        byte[] json = SelectorJson.write(learned(SyntheticHistory.planted(25, 60, 3), 3), Map.of());
        ObjectNode good = (ObjectNode) new ObjectMapper().readTree(json);
        String text = good.path(part).asText();
        String huge = new StateWriter().number(1L << 30).toText();
        for (String bad : List.of("", "x", text.substring(0, text.length() / 8 * 4), huge)) {
            ObjectNode broken = good.deepCopy();
            broken.put(part, bad);
            assertThatThrownBy(() -> SelectorJson.read(broken.toString().getBytes(StandardCharsets.UTF_8)))
                    .isInstanceOf(ModelFormatException.class);
        }
        ObjectNode without = good.deepCopy();
        without.remove(part);
        assertThatThrownBy(() -> SelectorJson.read(without.toString().getBytes(StandardCharsets.UTF_8)))
                .isInstanceOf(ModelFormatException.class)
                .hasMessageContaining(part);
    }

    @Property(tries = 60)
    void anyDamagedByteIsRefusedOrHarmless(@ForAll int position, @ForAll byte value) {
        byte[] json = SMALL.clone();
        json[Math.floorMod(position, json.length)] = value;
        try {
            LearnedSelector read = SelectorJson.read(json);
            assertThat(read.selector()
                            .select(List.of(CHANGE), TESTS, new Policy.Fraction(0.3), RULES)
                            .decisions())
                    .hasSize(25);
        } catch (ModelFormatException e) {
            assertThat(e).message().isNotBlank();
        }
    }

    private static final byte[] SMALL =
            SelectorJson.write(learned(SyntheticHistory.planted(25, 60, 3), 3), Map.of("code", "test"));
}
