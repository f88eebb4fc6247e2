package io.jenkins.plugins.mlci.testselector.runner;

import static io.jenkins.plugins.mlci.testselector.runner.Selections.id;
import static io.jenkins.plugins.mlci.testselector.runner.Selections.ids;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GoRunnerTest {
    private final TestRunner runner = new GoRunner();

    @TempDir
    Path dir;

    private RunnerOutput write(List<String> selected, List<String> skipped) throws IOException {
        return runner.write(
                Selections.of(ids(selected.toArray(String[]::new)), ids(skipped.toArray(String[]::new))),
                RunnerOptions.defaults(),
                dir);
    }

    @Test
    void eachPackageHasACallOfItsOwn() throws IOException {
        RunnerOutput output =
                write(List.of("ex.com/a#TestC"), List.of("ex.com/a#TestA", "ex.com/a#TestB", "ex.com/b#TestC"));

        assertThat(output.commands())
                .extracting(RunnerCommand::args)
                .containsExactly(List.of("-skip=^(TestA|TestB)$", "ex.com/a"), List.of("-skip=^(TestC)$", "ex.com/b"));
        assertThat(output.args()).as("several calls are no one call").isEmpty();
        assertThat(output.callLine())
                .isEqualTo("sh "
                        + ShellQuoting.posix(
                                dir.toAbsolutePath().resolve("go-test.sh").toString()));
    }

    @Test
    void subtestsAreSplitAtTheSlashAndQuoted() {
        assertThat(GoPattern.of(Set.of("TestA", "TestA/x", "TestB/a.b|c/d#01")))
                .isEqualTo("^(TestA)$|^TestB$/^a\\.b\\|c$/^d#01$");
    }

    @Test
    void aParentRunsWhenASubtestMust() throws IOException {
        RunnerOutput output =
                write(List.of("ex.com/a#TestA/x/y"), List.of("ex.com/a#TestA", "ex.com/a#TestA/x", "ex.com/a#TestA/z"));

        assertThat(output.commands())
                .extracting(RunnerCommand::args)
                .containsExactly(List.of("-skip=^TestA$/^z$", "ex.com/a"));
        assertThat(output.notFiltered()).containsExactly(id("ex.com/a#TestA"), id("ex.com/a#TestA/x"));
    }

    @Test
    void whatIsNoPackageOrTestRuns() throws IOException {
        List<String> odd = List.of(
                "./...#TestA",
                "-v#TestA",
                "a/../b#TestA",
                "ex.com/$(id)#TestA",
                "ex.com/a#helper",
                "ex.com/a#TestA/",
                "a b#TestA");

        RunnerOutput output = write(List.of("ex.com/a#TestC"), odd);

        assertThat(output.commands()).isEmpty();
        assertThat(output.notFiltered()).hasSameSizeAs(odd);
    }

    @Test
    void namesBeyondTheLimitRun() throws IOException {
        String[] many = IntStream.range(0, 5000)
                .mapToObj(i -> "ex.com/a#TestNumber" + i)
                .toArray(String[]::new);

        RunnerOutput output = runner.write(
                Selections.of(ids("ex.com/a#TestC"), ids(many)),
                RunnerOptions.defaults().withMaxArgumentChars(1000),
                dir);

        assertThat(output.commands().get(0).args().get(0)).hasSizeLessThan(1000).contains("TestNumber0|");
        assertThat(output.notFiltered()).isNotEmpty();
    }

    @Test
    void inclusionNamesFunctions() throws IOException {
        RunnerOutput output = runner.write(
                Selections.of(ids("ex.com/a#TestA/x", "ex.com/a#TestB", "ex.com/b"), ids("ex.com/c")),
                RunnerOptions.defaults().withForm(Form.INCLUDE),
                dir);

        assertThat(output.commands())
                .extracting(RunnerCommand::args)
                .containsExactly(List.of("-run=^(TestA|TestB)$", "ex.com/a"), List.of("ex.com/b"));
    }

    /** One call names one package only: as arguments of {@code go test} it would leave out all others. */
    @Test
    void theCallIsTheScriptAlsoForOnePackageAndForAllTests() throws IOException {
        RunnerOutput one = write(List.of("ex.com/b#TestB"), List.of("ex.com/a#TestA"));
        assertThat(one.commands()).hasSize(1);
        assertThat(one.args()).isEmpty();
        assertThat(one.argsLineWindows()).contains("");
        assertThat(one.callLine()).startsWith("sh ").endsWith("go-test.sh");

        RunnerOutput all = runner.write(
                SelectedTests.everything("All."), RunnerOptions.defaults(), dir.resolve("a folder with blanks"));
        assertThat(all.callLine()).startsWith("sh '").endsWith("a folder with blanks/go-test.sh'");
    }

    @Test
    void theScriptTestsEveryPackageOnceAndFailsWhenOneFails() throws Exception {
        RunnerOutput output = write(List.of("ex.com/a#TestC"), List.of("ex.com/a#TestX/it's", "ex.com/gone#TestA"));

        Run run = run(output);
        assertThat(run.lines())
                .containsExactly(
                        "<test><-json><a b><-skip=^TestX$/^it's$><ex.com/a>",
                        "<test><-json><a b><ex.com/ab><ex.com/new>");
        assertThat(run.status()).isEqualTo(1);
    }

    @Test
    void theScriptOfAllTestsTestsEveryPackage() throws Exception {
        Run run = run(runner.write(SelectedTests.everything("All."), RunnerOptions.defaults(), dir));

        assertThat(run.lines()).containsExactly("<test><-json><a b><ex.com/a><ex.com/ab><ex.com/new>");
    }

    @Test
    void theScriptOfTheInclusionFormTestsWhatItNamesAndIsThere() throws Exception {
        RunnerOptions include = RunnerOptions.defaults().withForm(Form.INCLUDE);

        Run some = run(runner.write(
                Selections.of(ids("ex.com/ab#TestB", "ex.com/gone#TestA", "ex.com/new"), ids("ex.com/a#TestC")),
                include,
                dir));
        assertThat(some.lines())
                .containsExactly("<test><-json><a b><-run=^(TestB)$><ex.com/ab>", "<test><-json><a b><ex.com/new>");
        assertThat(some.status()).isZero();

        Run gone = run(runner.write(Selections.of(ids("ex.com/gone#TestA"), ids("ex.com/a#TestC")), include, dir));
        assertThat(gone.lines()).containsExactly("<test><-json><a b><./...>");
    }

    @Test
    void theScriptOfAnEmptyPartTestsNothing() throws Exception {
        RunnerOptions part = RunnerOptions.defaults().withEmptySelection(EmptySelection.RUN_NOTHING);

        Run run = run(runner.write(Selections.of(List.of(), ids("ex.com/a#TestC")), part, dir));
        assertThat(run.lines()).isEmpty();
        assertThat(run.status()).isZero();
    }

    private record Run(List<String> lines, int status) {}

    /** Runs the script with a stand-in for the go command that prints how it is called and fails for package a. */
    private Run run(RunnerOutput output) throws IOException, InterruptedException {
        assumeThat(Path.of("/bin/sh")).isExecutable();
        Path go = Files.writeString(dir.resolve("go"), """
                #!/bin/sh
                if [ "$1" = list ]; then echo ex.com/a; echo ex.com/ab; echo ex.com/new; exit 0; fi
                printf '<%s>' "$@"; echo
                case "$*" in *ex.com/a) exit 1;; esac
                """);
        assertThat(go.toFile().setExecutable(true)).isTrue();
        ProcessBuilder builder = new ProcessBuilder("/bin/sh", "-c", output.callLine() + " -json 'a b'");
        builder.environment().merge("PATH", dir.toString(), (old, own) -> own + ":" + old);
        Process process = builder.redirectErrorStream(true).start();
        String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Run(text.lines().toList(), process.waitFor());
    }
}
