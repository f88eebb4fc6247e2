package io.jenkins.plugins.mlci.plugin.testselector.step;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.mlci.plugin.testselector.agent.Written;
import io.jenkins.plugins.mlci.plugin.testselector.report.Reports;
import io.jenkins.plugins.mlci.plugin.testselector.report.SelectionReport;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.util.Arrays;
import java.util.List;
import org.jenkinsci.plugins.scriptsecurity.sandbox.whitelists.Whitelisted;
import org.junit.jupiter.api.Test;

class ScriptSelectionTest {
    private static final Written WRITTEN = new Written(
            "-Dsurefire.excludesFile=/ws/x", List.of("c"), "", "/ws/x", "", false, false, List.of(), List.of("remark"));

    @Test
    void tellsTheScriptWhatWasDecided() {
        ScriptSelection answer = ScriptSelection.of(Reports.enforced(), List.of(WRITTEN), new double[] {20}, 0);
        assertThat(answer.isAll()).isFalse();
        assertThat(answer.isObserved()).isFalse();
        assertThat(answer.getArgs()).isEqualTo("-Dsurefire.excludesFile=/ws/x");
        assertThat(answer.getExcludesFile()).isEqualTo("/ws/x");
        assertThat(answer.getSelected()).isEqualTo(2);
        assertThat(answer.getSkipped()).isEqualTo(2);
        assertThat(answer.getSavedSeconds()).isEqualTo(20);
        assertThat(answer.getShards()).hasSize(1);
        assertThat(answer.toString()).startsWith("2 selected, 2 left out");
    }

    @Test
    void observingSavesNothing() {
        ScriptSelection answer =
                ScriptSelection.of(Reports.observed(), List.of(Written.everything()), new double[] {40}, 0);
        assertThat(answer.isAll()).isTrue();
        assertThat(answer.isObserved()).isTrue();
        assertThat(answer.getSkipped()).isZero();
        assertThat(answer.getWouldSkip()).isEqualTo(2);
        assertThat(answer.getSavedSeconds()).isZero();
        assertThat(answer.getArgs()).isEmpty();
    }

    @Test
    void aRuleThatRunsAllLeavesNothingOut() {
        SelectionReport all =
                SelectionReport.of(Reports.facts(false, true, "pom.xml changed"), List.of(), Reports.rows());
        ScriptSelection answer = ScriptSelection.of(all, List.of(Written.everything()), new double[] {40}, 0);
        assertThat(answer.getSelected()).isEqualTo(4);
        assertThat(answer.getWouldSkip()).isZero();
    }

    @Test
    void whoIgnoresThePartsRunsAllTests() {
        ScriptSelection answer =
                ScriptSelection.of(Reports.enforced(), List.of(WRITTEN, WRITTEN), new double[] {10, 10}, 0);
        assertThat(answer.getArgs()).isEmpty();
        assertThat(answer.getShards()).extracting(ScriptPart::getArgs).containsOnly(WRITTEN.args());
        assertThat(answer.getShards()).extracting(ScriptPart::getIndex).containsExactly(1, 2);
    }

    @Test
    void aPlaceThatRunsOnePartGetsItsArguments() {
        ScriptSelection answer = ScriptSelection.of(
                Reports.enforced(), List.of(Written.everything(), WRITTEN), new double[] {10, 10}, 2);
        assertThat(answer.getArgs()).isEqualTo(WRITTEN.args());
    }

    @Test
    void survivesTheWayToTheDisk() throws Exception {
        ScriptSelection answer = ScriptSelection.of(Reports.enforced(), List.of(WRITTEN), new double[] {20}, 0);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
            out.writeObject(answer);
        }
        try (ObjectInputStream in = new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
            ScriptSelection read = (ScriptSelection) in.readObject();
            assertThat(read).usingRecursiveComparison().isEqualTo(answer);
        }
    }

    @Test
    void aScriptInTheSandboxMayAskEverything() {
        for (Class<?> type : List.of(ScriptSelection.class, ScriptPart.class)) {
            assertThat(Arrays.stream(type.getMethods()).filter(method -> method.getDeclaringClass() == type))
                    .isNotEmpty()
                    .allMatch(method -> method.isAnnotationPresent(Whitelisted.class));
        }
    }
}
