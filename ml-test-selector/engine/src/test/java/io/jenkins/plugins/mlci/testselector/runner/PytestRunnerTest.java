package io.jenkins.plugins.mlci.testselector.runner;

import static io.jenkins.plugins.mlci.testselector.runner.Selections.id;
import static io.jenkins.plugins.mlci.testselector.runner.Selections.ids;
import static io.jenkins.plugins.mlci.testselector.runner.Selections.lines;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PytestRunnerTest {
    private final TestRunner runner = new PytestRunner();

    @TempDir
    Path dir;

    @ParameterizedTest
    @CsvSource({
        "tests.test_a, test_x, , tests/test_a.py::test_x",
        "tests.test_a.TestK, test_m[a::b], , tests/test_a.py::TestK::test_m[a::b]",
        "tests.test_a.TestK.TestIn, '', , tests/test_a.py::TestK::TestIn::",
        "tests.test_a, '', , tests/test_a.py::",
        "tests/test_a.py, test_x, , tests/test_a.py::test_x",
        "pkg.test_a.TestK, test_m, src/pkg/test_a.py, src/pkg/test_a.py::TestK::test_m",
        "pkg.test_a.lower_k, test_m, src/pkg/test_a.py, src/pkg/test_a.py::lower_k::test_m",
        "src.pkg.test_a, test_m, src/pkg/test_a.py, src/pkg/test_a.py::test_m",
        "elsewhere.TestK, test_m, src/test_a.py, src/test_a.py::TestK::test_m",
        "elsewhere, test_m, src/test_a.py, src/test_a.py::test_m",
    })
    void classNamesOfReportsBecomeNodeIds(String className, String method, String file, String expected) {
        assertThat(PytestNodeId.of(id(className + "#" + method), Optional.ofNullable(file)))
                .contains(expected);
    }

    @Test
    void oneArgumentFileHoldsOneOptionALine() throws IOException {
        RunnerOutput output = runner.write(
                Selections.of(ids("tests.test_a#test_one"), ids("tests.test_b", "tests.test_a#test_p[sp #h]")),
                RunnerOptions.defaults(),
                dir);

        assertThat(lines(output.excludesFile()))
                .containsExactly("--deselect=tests/test_b.py::", "--deselect=tests/test_a.py::test_p[sp #h]");
        assertThat(output.args()).containsExactly("@" + output.excludesFile().orElseThrow());
    }

    @Test
    void aNameThatBeginsAnotherIsNotDeselected() throws IOException {
        RunnerOutput output = runner.write(
                Selections.of(
                        ids("tests.test_a#test_one_more", "tests.test_a#test_p[x]"),
                        ids("tests.test_a#test_one", "tests.test_a#test_p", "tests.test_a#test_on[e]")),
                RunnerOptions.defaults(),
                dir);

        assertThat(lines(output.excludesFile())).containsExactly("--deselect=tests/test_a.py::test_on[e]");
        assertThat(output.notFiltered())
                .containsExactlyInAnyOrder(id("tests.test_a#test_one"), id("tests.test_a#test_p"));
    }

    @Test
    void aTestWithoutANodeIdIsNotLeftOutByThatOfAnother() throws IOException {
        RunnerOutput output = runner.write(
                Selections.of(
                        ids("../up.py#test_one_more"),
                        ids("tests.test_a#test_one", "tests.test_b", "tests.test_a#test_x")),
                RunnerOptions.defaults(),
                dir);

        assertThat(lines(output.excludesFile())).containsExactly("--deselect=tests/test_a.py::test_x");
    }

    @Test
    void allTestsLeaveTheFileEmptyBecauseACommentWouldBeAnArgument() throws IOException {
        RunnerOutput output = runner.write(SelectedTests.everything("All."), RunnerOptions.defaults(), dir);

        assertThat(lines(output.excludesFile())).isEmpty();
    }

    @Test
    void inclusionNeedsTheFiles() throws IOException {
        RunnerOptions include = RunnerOptions.defaults().withForm(Form.INCLUDE);
        SelectedTests tests = Selections.of(ids("tests.test_a.TestK", "tests.test_a#test_p[a b]"), ids("tests.test_b"));

        RunnerOutput known = runner.write(tests, include.withFileOf(test -> Optional.of("tests/test_a.py")), dir);
        assertThat(lines(known.includesFile()))
                .containsExactly("tests/test_a.py::TestK", "tests/test_a.py::test_p[a b]");

        RunnerOutput guessed = runner.write(tests, include, dir);
        assertThat(guessed.includesFile()).isEmpty();
        assertThat(lines(guessed.excludesFile())).containsExactly("--deselect=tests/test_b.py::");
    }
}
