package io.jenkins.plugins.mlci.testselector.runner;

import static io.jenkins.plugins.mlci.testselector.runner.Selections.id;
import static io.jenkins.plugins.mlci.testselector.runner.Selections.ids;
import static io.jenkins.plugins.mlci.testselector.runner.Selections.lines;
import static io.jenkins.plugins.mlci.testselector.runner.Selections.text;
import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.mlci.shared.history.TestId;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Jest, Vitest, RSpec and Playwright, which choose files. */
class FileRunnersTest {
    @TempDir
    Path dir;

    private RunnerOutput write(TestRunner runner, RunnerOptions options, List<TestId> selected, List<TestId> skipped)
            throws IOException {
        return runner.write(Selections.of(selected, skipped), options, dir);
    }

    private static RunnerOptions include() {
        return RunnerOptions.defaults().withForm(Form.INCLUDE);
    }

    @Test
    void aFileIsLeftOutOnlyWhenAllItsTestsAre() throws IOException {
        Map<String, String> files =
                Map.of("cart", "src/cart.test.ts", "login", "src/login.test.ts", "sum", "src/sum.test.ts");
        RunnerOptions options =
                RunnerOptions.defaults().withFileOf(test -> Optional.ofNullable(files.get(test.className())));

        RunnerOutput output = write(
                new JestRunner(),
                options,
                ids("cart#adds"),
                ids("cart#removes", "login#in", "login#out", "sum", "gone#x"));

        assertThat(lines(output.excludesFile())).containsExactly("src/login.test.ts", "src/sum.test.ts");
        assertThat(output.notFiltered()).containsExactlyInAnyOrder(id("cart#removes"), id("gone#x"));
        assertThat(output.args()).containsExactly("--filter=" + output.script().orElseThrow());
        assertThat(text(output.script().orElseThrow())).contains("jest-excludes.txt", "filtered: kept");
    }

    @Test
    void noFileIsLeftOutWhenThatOfANeededTestIsUnknown() throws IOException {
        RunnerOutput output = write(new JestRunner(), RunnerOptions.defaults(), ids("cart#adds"), ids("a.test.js"));

        assertThat(lines(output.excludesFile())).isEmpty();
        assertThat(output.warnings()).anyMatch(text -> text.contains("is not known, and may be this one"));
    }

    @Test
    void jestIncludesPathsInAsManyCallsAsTheyNeed() throws IOException {
        List<TestId> many = IntStream.range(0, 50)
                .mapToObj(i -> id("src/file" + i + ".test.js"))
                .toList();

        RunnerOutput output = write(new JestRunner(), include().withMaxArgumentChars(200), many, List.of());

        assertThat(output.commands()).hasSizeGreaterThan(4).allSatisfy(command -> {
            assertThat(command.args()).startsWith("--runTestsByPath").hasSizeGreaterThan(1);
            assertThat(command.posix()).hasSizeLessThan(200);
        });
        assertThat(output.commands().stream()
                        .flatMap(command -> command.args().stream().skip(1)))
                .hasSize(50)
                .doesNotHaveDuplicates();
    }

    @Test
    void anIncludedFileRunsItsSkippedTestsToo() throws IOException {
        RunnerOutput output = write(
                new JestRunner(),
                include().withFileOf(test -> Optional.of(test.className() + ".test.js")),
                ids("cart#adds"),
                ids("cart#removes", "login#in"));

        assertThat(output.args()).containsExactly("--runTestsByPath", "cart.test.js");
        assertThat(output.notFiltered()).containsExactly(id("cart#removes"));
        assertThat(output.warnings()).singleElement().asString().contains("included as a whole");
    }

    @Test
    void saysHowTheFilesOfTestsBecomeKnown() throws IOException {
        RunnerOutput output =
                write(new JestRunner(), RunnerOptions.defaults(), ids("a.test.js"), ids("cart adds#cart adds"));

        assertThat(output.notFiltered()).containsExactly(id("cart adds#cart adds"));
        assertThat(output.warnings()).singleElement().asString().contains("addFileAttribute");
    }

    @Test
    void vitestGlobsKeepTheirSpecialCharactersInBrackets() throws IOException {
        RunnerOutput output = write(
                new VitestRunner(),
                RunnerOptions.defaults(),
                ids("a.test.js"),
                ids("(g)/[id]/{x}*.test.js", "w!h/p.test.js"));

        assertThat(output.args()).containsExactly("--exclude=[(]g[)]/[[]id[]]/[{]x[}][*].test.js");
        assertThat(output.notFiltered()).containsExactly(id("w!h/p.test.js"));
    }

    @Test
    void vitestExclusionsBeyondTheLimitRun() throws IOException {
        List<TestId> many = IntStream.range(0, 50)
                .mapToObj(i -> id("src/file" + i + ".test.js"))
                .toList();

        RunnerOutput output =
                write(new VitestRunner(), RunnerOptions.defaults().withMaxArgumentChars(200), ids("a.test.js"), many);

        assertThat(output.commands()).hasSize(1);
        assertThat(output.argsLine()).hasSizeLessThan(200);
        assertThat(output.notFiltered()).hasSize(50 - output.args().size());
    }

    @Test
    void rspecTakesOnePatternThatBeginsWithItsFolder() throws IOException {
        RunnerOutput output = write(
                new RspecRunner(),
                RunnerOptions.defaults(),
                ids("spec/a_spec.rb"),
                ids("engines/x_spec.rb", "./spec/b b_spec.rb", "spec/c{d}_spec.rb", "/spec/abs_spec.rb"));

        assertThat(output.args()).containsExactly("--exclude-pattern", "spec/b b_spec.rb,engines/x_spec.rb");
        assertThat(output.notFiltered()).containsExactlyInAnyOrder(id("spec/c{d}_spec.rb"), id("/spec/abs_spec.rb"));
        assertThat(write(new RspecRunner(), include(), ids("spec/a_spec.rb"), List.of())
                        .args())
                .containsExactly("spec/a_spec.rb");
    }

    @Test
    void playwrightListsFilesAndTitles() throws IOException {
        RunnerOutput output = write(
                new PlaywrightRunner(),
                RunnerOptions.defaults(),
                ids("a.spec.ts#Cart \u203a adds \u203a twice"),
                ids(
                        "b.spec.ts",
                        "a.spec.ts#Cart \u203a adds",
                        "a.spec.ts#Cart",
                        "a.spec.ts#Ca",
                        "a.spec.ts#x \"y\"",
                        "#c.spec.ts",
                        "[p].spec.ts",
                        "a>b.spec.ts",
                        "a.spec.ts# lead"));

        assertThat(lines(output.excludesFile()))
                .containsExactly("b.spec.ts", "a.spec.ts \u203a Ca", "a.spec.ts \u203a x \"y\"");
        assertThat(output.args().get(0)).isEqualTo("--test-list-invert");
        assertThat(output.notFiltered()).hasSize(6);
    }

    @Test
    void playwrightIncludesWithTheOtherList() throws IOException {
        RunnerOutput output = write(new PlaywrightRunner(), include(), ids("b.spec.ts#t"), List.of());

        assertThat(lines(output.includesFile())).containsExactly("b.spec.ts \u203a t");
        assertThat(output.args().get(0)).isEqualTo("--test-list");
    }
}
