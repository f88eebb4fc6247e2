package io.jenkins.plugins.mlci.testselector.runner;

import static io.jenkins.plugins.mlci.testselector.runner.Selections.id;
import static io.jenkins.plugins.mlci.testselector.runner.Selections.ids;
import static io.jenkins.plugins.mlci.testselector.runner.Selections.lines;
import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.mlci.shared.history.TestId;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** CTest, GoogleTest and .NET. */
class NativeRunnersTest {
    @TempDir
    Path dir;

    private RunnerOutput write(TestRunner runner, RunnerOptions options, List<TestId> selected, List<TestId> skipped)
            throws IOException {
        return runner.write(Selections.of(selected, skipped), options, dir);
    }

    private static List<TestId> many(String prefix) {
        return IntStream.range(0, 1000).mapToObj(i -> id(prefix + i)).toList();
    }

    @Test
    void ctestQuotesEachNameInOneExpression() throws IOException {
        RunnerOutput output = write(
                new CtestRunner(),
                RunnerOptions.defaults(),
                ids("keep"),
                ids("a.b+c(d)[1]", "e$|^f\\*?", "g-h", "i;j"));

        assertThat(output.args()).containsExactly("-E", "^(a\\.b\\+c\\(d\\)\\[1\\]|e\\$\\|\\^f\\\\\\*\\?|g\\-h)$");
        assertThat(output.notFiltered()).containsExactly(id("i;j"));
    }

    @Test
    void ctestHasOneExclusionAndSoTheRestRuns() throws IOException {
        RunnerOutput output =
                write(new CtestRunner(), RunnerOptions.defaults().withMaxArgumentChars(500), ids("keep"), many("test"));

        assertThat(output.commands()).hasSize(1);
        assertThat(output.argsLine()).hasSizeLessThanOrEqualTo(500);
        assertThat(output.notFiltered()).hasSizeGreaterThan(900);
        assertThat(output.warnings()).anyMatch(text -> text.contains("3.29"));
    }

    @Test
    void ctestReadsAFileOfExactNamesWhereItCan() throws IOException {
        RunnerOptions modern = RunnerOptions.defaults().withCtestListFiles(true).withMaxArgumentChars(500);
        RunnerOutput output = write(new CtestRunner(), modern, ids("keep"), many("test"));

        assertThat(lines(output.excludesFile())).hasSize(1000);
        assertThat(output.args()).startsWith("--exclude-from-file");
        assertThat(output.notFiltered()).isEmpty();
        assertThat(write(new CtestRunner(), modern.withForm(Form.INCLUDE), many("test"), List.of())
                        .args())
                .startsWith("--tests-from-file");
    }

    @Test
    void ctestInclusionsTakeSeveralCalls() throws IOException {
        RunnerOutput output = write(
                new CtestRunner(),
                RunnerOptions.defaults().withForm(Form.INCLUDE).withMaxArgumentChars(500),
                many("test"),
                List.of());

        assertThat(output.commands()).hasSizeGreaterThan(10).allSatisfy(command -> assertThat(command.posix())
                .hasSizeLessThanOrEqualTo(500)
                .startsWith("-R '^("));
    }

    @Test
    void googleTestGetsAFlagFile() throws IOException {
        RunnerOutput output = write(
                new GoogleTestRunner(),
                RunnerOptions.defaults(),
                ids("A#keep"),
                ids("A#b", "I/P#q/0", "C", "X-Y#a", "A#a*", "A#a:b", "A#a?"));

        assertThat(lines(output.excludesFile())).containsExactly("--gtest_filter=-A.b:I/P.q/0:C.*");
        assertThat(output.args())
                .containsExactly("--gtest_flagfile=" + output.excludesFile().orElseThrow());
        assertThat(output.notFiltered()).hasSize(4);
    }

    @Test
    void googleTestNeverGetsAnEmptyFilter() throws IOException {
        RunnerOutput output = write(new GoogleTestRunner(), RunnerOptions.defaults(), ids("A#keep"), ids("X-Y#a"));

        assertThat(lines(output.excludesFile())).isEmpty();
        assertThat(lines(write(
                                new GoogleTestRunner(),
                                RunnerOptions.defaults().withForm(Form.INCLUDE),
                                ids("A#keep"),
                                List.of())
                        .includesFile()))
                .containsExactly("--gtest_filter=A.keep");
    }

    @Test
    void dotnetEscapesTheOperatorsOfTheFilter() throws IOException {
        RunnerOutput output = write(
                new DotnetRunner(),
                RunnerOptions.defaults(),
                ids("Ns.Keep#M"),
                ids("Ns.G<A,B>#M", "Ns.C#op&|=!~\\x", "Ns.D#Case(1, \"a\")", "Ns.E#a\"b", "Ns.E#a%b"));

        assertThat(output.args())
                .containsExactly(
                        "--filter",
                        "FullyQualifiedName!=Ns.G<A%2CB>.M&FullyQualifiedName!=Ns.C.op\\&\\|\\=\\!\\~\\\\x"
                                + "&FullyQualifiedName!=Ns.D.Case");
        assertThat(output.notFiltered()).containsExactly(id("Ns.E#a\"b"), id("Ns.E#a%b"));
    }

    @Test
    void dotnetNamesAreComparedWithoutCaseAndWithoutArguments() throws IOException {
        RunnerOutput output = write(
                new DotnetRunner(),
                RunnerOptions.defaults(),
                ids("Ns.C#Add(1)", "My.Ns.D#M"),
                ids("Ns.C#Add(2)", "ns.c#add", "Ns.D", "ns.d", "NoNamespace", "Ns.E"));

        assertThat(output.args()).containsExactly("--filter", "FullyQualifiedName!~Ns.E.");
        assertThat(output.notFiltered()).hasSize(5);
    }

    @Test
    void dotnetExclusionsCannotBeSplitButInclusionsCan() throws IOException {
        RunnerOptions small = RunnerOptions.defaults().withMaxArgumentChars(500);
        RunnerOutput excluding = write(new DotnetRunner(), small, ids("Ns.Keep#M"), many("Ns.C#M"));
        RunnerOutput including = write(new DotnetRunner(), small.withForm(Form.INCLUDE), many("Ns.C#M"), List.of());

        assertThat(excluding.commands()).hasSize(1);
        assertThat(excluding.argsLine()).hasSizeLessThanOrEqualTo(500);
        assertThat(excluding.notFiltered()).hasSizeGreaterThan(900);
        assertThat(including.commands()).hasSizeGreaterThan(10).allSatisfy(command -> assertThat(command.posix())
                .hasSizeLessThanOrEqualTo(500));
    }
}
