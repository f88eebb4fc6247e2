package io.jenkins.plugins.mlci.testselector.runner;

import static io.jenkins.plugins.mlci.testselector.runner.Selections.id;
import static io.jenkins.plugins.mlci.testselector.runner.Selections.ids;
import static io.jenkins.plugins.mlci.testselector.runner.Selections.lines;
import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.mlci.shared.history.TestId;
import io.jenkins.plugins.mlci.shared.history.TestOutcome;
import io.jenkins.plugins.mlci.testselector.results.Level;
import io.jenkins.plugins.mlci.testselector.results.ReportOptions;
import io.jenkins.plugins.mlci.testselector.results.TestReports;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

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
        "tests/test_a.py::TestA, test_y[1], , tests/test_a.py::TestA::test_y[1]",
        "tests/test_a.py::TestA::TestIn, '', , tests/test_a.py::TestA::TestIn::",
        "tests/test_a.py::lower_k, test_y, app/tests/test_a.py, app/tests/test_a.py::lower_k::test_y",
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

    @ParameterizedTest
    @ValueSource(
            strings = {"../tests/test_a.py::TestA", "/tests/test_a.py::TestA", "a::b.py::TestA", "test_a.py::T\nA"})
    void whatIsNoNodeIdIsRefused(String className) {
        assertThat(PytestNodeId.of(id(className + "#test_y"), Optional.empty())).isEmpty();
    }

    /** Written by pytest 9.0 for {@code class TestA(unittest.TestCase)}, with and without {@code -o junit_family=xunit1}. */
    @ParameterizedTest
    @ValueSource(strings = {"", " file=\"tests/test_a.py\" line=\"2\""})
    void testsInClassesGoFromTheReportToTheRunner(String file) throws IOException {
        String report = """
                <?xml version="1.0" encoding="utf-8"?><testsuites name="pytest tests"><testsuite name="pytest" errors="0"\
                 failures="0" skipped="0" tests="4" time="0.080" timestamp="2026-11-30T20:36:23.779164+00:00" hostname="vm">\
                <testcase classname="tests.test_a.TestA" name="test_x"%1$s time="0.003" />\
                <testcase classname="tests.test_a.TestA" name="test_y"%1$s time="0.002" />\
                <testcase classname="tests.test_a.TestB" name="test_x"%1$s time="0.002" />\
                <testcase classname="tests.test_a" name="test_z"%1$s time="0.001" /></testsuite></testsuites>
                """;
        Path written = Files.writeString(dir.resolve("report.xml"), report.formatted(file));
        List<TestId> tests = TestReports.read(List.of(written), ReportOptions.at(Level.METHOD)).outcomes().stream()
                .map(TestOutcome::test)
                .toList();
        assertThat(tests).hasSize(4);
        SelectedTests selected =
                new SelectedTests(tests.subList(0, 1), tests.subList(1, 4), false, "The most likely to fail.");

        RunnerOutput excluding = runner.write(selected, RunnerOptions.defaults(), dir);
        assertThat(excluding.notFiltered()).isEmpty();
        assertThat(lines(excluding.excludesFile()))
                .containsExactlyInAnyOrder(
                        "--deselect=tests/test_a.py::TestA::test_y",
                        "--deselect=tests/test_a.py::TestB::test_x",
                        "--deselect=tests/test_a.py::test_z");

        RunnerOutput including = runner.write(selected, RunnerOptions.defaults().withForm(Form.INCLUDE), dir);
        assertThat(lines(including.includesFile())).containsExactly("tests/test_a.py::TestA::test_x");
    }

    @Test
    void inclusionDoesNotTrustAGuessedFile() throws IOException {
        RunnerOutput output = runner.write(
                Selections.of(ids("tests/test_a/lower_k.py#test_y"), ids("tests/test_b.py")),
                RunnerOptions.defaults().withForm(Form.INCLUDE),
                dir);

        assertThat(output.includesFile()).isEmpty();
        assertThat(lines(output.excludesFile())).containsExactly("--deselect=tests/test_b.py::");
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
