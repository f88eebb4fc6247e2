package io.jenkins.plugins.mlci.testselector.shard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jenkins.plugins.mlci.shared.history.TestId;
import io.jenkins.plugins.mlci.testselector.runner.EmptySelection;
import io.jenkins.plugins.mlci.testselector.runner.Form;
import io.jenkins.plugins.mlci.testselector.runner.RunnerOptions;
import io.jenkins.plugins.mlci.testselector.runner.RunnerOutput;
import io.jenkins.plugins.mlci.testselector.runner.SelectedTests;
import io.jenkins.plugins.mlci.testselector.runner.TestRunner;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ShardPlanTest {
    private static final TestId A = TestId.ofClass("pkg.ATest");
    private static final TestId B = TestId.ofClass("pkg.BTest");
    private static final TestId SKIPPED = TestId.ofClass("pkg.SkippedTest");
    private final SelectedTests whole = new SelectedTests(List.of(A, B), List.of(SKIPPED), false, "Confident.");
    private final ShardPlan plan = Sharder.split(whole.selected(), test -> 1, 3, true);

    @TempDir
    Path dir;

    @Test
    void theFirstPartExcludesAllOthersSoThatNewTestsRunOnce() {
        SelectedTests first = plan.selection(0, whole);

        assertThat(first.selected()).containsExactly(A);
        assertThat(first.skipped()).containsExactlyInAnyOrder(B, SKIPPED);
        assertThat(first.reason()).isEqualTo("Part 1 of 3. Confident.");
        assertThat(plan.options(0, RunnerOptions.defaults()).form()).isEqualTo(Form.EXCLUDE);
        assertThat(plan.options(0, RunnerOptions.defaults()).emptySelection()).isEqualTo(EmptySelection.RUN_ALL);
        assertThat(plan.options(1, RunnerOptions.defaults()).form()).isEqualTo(Form.INCLUDE);
    }

    @Test
    void aPartWithoutTestsRunsNothingWithAnyRunner() throws IOException {
        for (TestRunner runner : TestRunner.all()) {
            RunnerOutput output = runner.write(
                    plan.selection(2, whole), plan.options(2, RunnerOptions.defaults()), dir.resolve(runner.name()));

            assertThat(output.runsNothing()).as(runner.name()).isTrue();
            assertThat(output.all()).isFalse();
        }
    }

    @Test
    void theSecondPartNamesItsOwnTests() throws IOException {
        RunnerOutput output = TestRunner.named("maven")
                .write(plan.selection(1, whole), plan.options(1, RunnerOptions.defaults()), dir);

        assertThat(Files.readString(output.includesFile().orElseThrow()))
                .contains("BTest")
                .doesNotContain("ATest");
    }

    @Test
    void whenAllTestsRunThePartsStillShareThem() {
        ShardPlan all = Sharder.split(List.of(A, B, SKIPPED), test -> 1, 2, true);
        SelectedTests everything = SelectedTests.everything("The build file changed.");

        assertThat(all.selection(0, everything).all()).isFalse();
        assertThat(all.selection(0, everything).selected().size()
                        + all.selection(1, everything).selected().size())
                .isEqualTo(3);
    }

    @Test
    void withoutKnownTestsTheFirstPartRunsAll() throws IOException {
        ShardPlan none = Sharder.split(List.of(), test -> 1, 2, true);
        SelectedTests unknown = SelectedTests.everything("No history.");

        assertThat(TestRunner.named("maven")
                        .write(none.selection(0, unknown), none.options(0, RunnerOptions.defaults()), dir)
                        .all())
                .isTrue();
        assertThat(TestRunner.named("maven")
                        .write(none.selection(1, unknown), none.options(1, RunnerOptions.defaults()), dir)
                        .runsNothing())
                .isTrue();
    }

    @Test
    void aPartThatDoesNotExistIsRefused() {
        assertThatThrownBy(() -> plan.selection(3, whole))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("no part 3");
        assertThatThrownBy(() -> plan.options(-1, RunnerOptions.defaults()))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
