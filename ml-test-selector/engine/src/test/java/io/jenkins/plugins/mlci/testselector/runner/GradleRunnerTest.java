package io.jenkins.plugins.mlci.testselector.runner;

import static io.jenkins.plugins.mlci.testselector.runner.Selections.id;
import static io.jenkins.plugins.mlci.testselector.runner.Selections.ids;
import static io.jenkins.plugins.mlci.testselector.runner.Selections.lines;
import static io.jenkins.plugins.mlci.testselector.runner.Selections.text;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GradleRunnerTest {
    private final TestRunner runner = new GradleRunner();

    @TempDir
    Path dir;

    @Test
    void classesAreExcludedByFileAndMethodsByName() throws IOException {
        RunnerOutput output = runner.write(
                Selections.of(
                        ids("pkg.ATest"),
                        ids("pkg.BTest", "RootTest", "pkg.CTest#m(int)[1]", "pkg.D$Inner", "pkg.D$Inner#gone")),
                RunnerOptions.defaults(),
                dir);

        assertThat(lines(output.excludesFile()))
                .containsExactly(
                        "file RootTest.class",
                        "file pkg/BTest.class",
                        "file pkg/D$Inner.class",
                        "name pkg.D$Inner",
                        "name pkg.CTest.m");
        assertThat(output.args())
                .containsExactly("--init-script", output.script().orElseThrow().toString());
        assertThat(output.notFiltered()).isEmpty();
    }

    @Test
    void aPatternThatGradleWouldReadAsASimpleNameIsNotWritten() throws IOException {
        List<String> names = List.of("RootTest#m", "Upper.pkg.ATest#m", "RootTest$Inner", "pkg.ATest#a*b", "pkg.B*");
        RunnerOutput output =
                runner.write(Selections.skipping(names.toArray(String[]::new)), RunnerOptions.defaults(), dir);

        assertThat(lines(output.excludesFile())).isEmpty();
        assertThat(output.notFiltered()).hasSameSizeAs(names);
    }

    @Test
    void anOuterClassRunsWhenAClassNestedInItMust() throws IOException {
        RunnerOutput output =
                runner.write(Selections.of(ids("pkg.Outer$Inner#a"), ids("pkg.Outer")), RunnerOptions.defaults(), dir);

        assertThat(lines(output.excludesFile())).isEmpty();
        assertThat(output.notFiltered()).containsExactly(id("pkg.Outer"));
    }

    @Test
    void theScriptReachesEveryTestTaskAndEscapesItsOwnFolder() throws IOException {
        RunnerOutput output =
                runner.write(Selections.skipping("pkg.ATest"), RunnerOptions.defaults(), dir.resolve("it's"));

        assertThat(text(output.script().orElseThrow()))
                .contains("allprojects", "withType(Test).configureEach", "failOnNoMatchingTests = false")
                .contains("failOnNoDiscoveredTests", "it\\'s", "readLines('UTF-8')");
    }

    @Test
    void inclusionTakesNestedClassesAndCasesAlong() throws IOException {
        RunnerOutput output = runner.write(
                Selections.of(ids("pkg.ATest", "pkg.BTest#m(int)[1]", "pkg.Outer$Inner#x"), ids("pkg.CTest")),
                RunnerOptions.defaults().withForm(Form.INCLUDE),
                dir);

        assertThat(lines(output.includesFile()))
                .containsExactly("name pkg.ATest", "name pkg.ATest$*", "name pkg.BTest.m*", "name pkg.Outer*");
        assertThat(text(output.script().orElseThrow())).contains("includeTestsMatching");
    }

    @Test
    void anEmptyShardDisablesTheTasks() throws IOException {
        RunnerOutput output = runner.write(
                Selections.of(List.of(), ids("pkg.ATest")),
                RunnerOptions.defaults().withEmptySelection(EmptySelection.RUN_NOTHING),
                dir);

        assertThat(text(output.script().orElseThrow())).contains("enabled = false");
    }
}
