package io.jenkins.plugins.mlci.testselector.runner;

import static io.jenkins.plugins.mlci.testselector.runner.Selections.id;
import static io.jenkins.plugins.mlci.testselector.runner.Selections.ids;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jenkins.plugins.mlci.shared.history.TestId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The rules that hold whatever the format. */
class EveryRunnerTest {
    private static final List<String> HOSTILE =
            List.of("a\nb", "a\r\nb", "a\0b", "a\u2028b", "a\u0085b", "\ud800", "", " ", "x".repeat(5000));
    private static final List<String> STRANGE = List.of(
            "'",
            "\"",
            "$(touch pwned)",
            "`id`",
            "--foo",
            "-rf",
            "../../etc/passwd",
            "a;b",
            "a|b",
            "a&b",
            "a,b",
            "#a",
            "!a",
            "*",
            "?",
            "%regex[.*]",
            "a:b",
            "[a]",
            "{a}",
            "a\\b",
            "^a$",
            ".*",
            "@a",
            "a = b");

    @TempDir
    Path dir;

    static Stream<TestRunner> runners() {
        return Stream.concat(
                TestRunner.all().stream(),
                Stream.of(TestRunner.template("--test %s", " "), TestRunner.template("%s", ",")));
    }

    private static Optional<String> jsFile(TestId test) {
        return Optional.of("src/" + test.className() + ".test.js");
    }

    @ParameterizedTest
    @MethodSource("runners")
    void allMeansNoFilterAtAll(TestRunner runner) throws IOException {
        RunnerOutput output = runner.write(
                new SelectedTests(ids("pkg.ATest"), ids("pkg.BTest"), true, "The build file changed."),
                RunnerOptions.defaults().withFileOf(EveryRunnerTest::jsFile),
                dir);

        assertThat(output.all()).isTrue();
        assertThat(output.runsNothing()).isFalse();
        assertThat(output.commands()).isEmpty();
        assertThat(output.argsLine()).isEmpty();
        assertThat(output.reason()).isEqualTo("The build file changed.");
        assertThat(allText()).doesNotContain("BTest");
    }

    @ParameterizedTest
    @MethodSource("runners")
    void nothingSelectedRunsAllUnlessToldOtherwise(TestRunner runner) throws IOException {
        SelectedTests none = Selections.of(List.of(), ids("pkg.BTest"));

        RunnerOutput all = runner.write(none, RunnerOptions.defaults(), dir);
        assertThat(all.all()).isTrue();
        assertThat(all.runsNothing()).isFalse();
        assertThat(all.commands()).isEmpty();
        assertThat(all.reason()).contains("No test is selected");

        RunnerOutput nothing =
                runner.write(none, RunnerOptions.defaults().withEmptySelection(EmptySelection.RUN_NOTHING), dir);
        assertThat(nothing.runsNothing()).isTrue();
        assertThat(nothing.all()).isFalse();
        assertThat(nothing.commands().isEmpty() && nothing.notes().isEmpty())
                .as("an explicit flag, or a sentence where the format has none")
                .isFalse();
    }

    @ParameterizedTest
    @MethodSource("runners")
    void aListOfAnEarlierSelectionDoesNotSurvive(TestRunner runner) throws IOException {
        RunnerOptions options = RunnerOptions.defaults().withFileOf(EveryRunnerTest::jsFile);
        SelectedTests one = Selections.of(ids("pkg.StaleTest"), ids("pkg.OldTest"));
        runner.write(one, options.withForm(Form.INCLUDE), dir);
        runner.write(one, options, dir);

        runner.write(SelectedTests.everything("All."), options.withForm(Form.INCLUDE), dir);

        assertThat(allText()).doesNotContain("StaleTest").doesNotContain("OldTest");
    }

    @ParameterizedTest
    @MethodSource("runners")
    void aNameThatBreaksLinesReachesNoFileAndNoArgument(TestRunner runner) throws IOException {
        List<TestId> skipped = new ArrayList<>();
        for (String name : HOSTILE) {
            if (!name.isEmpty()) {
                skipped.add(new TestId("", name, ""));
                skipped.add(new TestId("", name, "Test" + name));
                skipped.add(new TestId("", "pkg.Class", "Test" + name));
            }
        }
        RunnerOutput output =
                runner.write(Selections.of(ids("selected.SelectedTest"), skipped), RunnerOptions.defaults(), dir);

        assertThat(output.all()).isFalse();
        if (!runner.name().equals("raw")) {
            assertThat(output.notFiltered()).contains(id("a\nb"), id("a\0b"));
            assertThat(output.warnings()).isNotEmpty().allSatisfy(text -> assertThat(text)
                    .doesNotContain("\n", "\0", "\u2028"));
        }
        assertThat(allText()).doesNotContain("\r", "\0", "\u2028", "\u0085");
        assertThat(allText().lines()).doesNotContain("b", "b#Testa", "b --test");
        assertThat(output.commands()).allSatisfy(command -> assertThat(command.args())
                .allSatisfy(arg -> assertThat(arg).doesNotContain("\n", "\r", "\0")));
    }

    @ParameterizedTest
    @MethodSource("runners")
    void strangeNamesNeverBecomeAnOptionOfTheirOwn(TestRunner runner) throws IOException {
        List<TestId> skipped = new ArrayList<>();
        for (String name : STRANGE) {
            skipped.add(new TestId("", name, ""));
            skipped.add(new TestId("", name, name));
            skipped.add(new TestId("", "pkg.Class", name));
        }
        for (Form form : Form.values()) {
            for (boolean withFile : new boolean[] {false, true}) {
                RunnerOptions options = RunnerOptions.defaults().withForm(form);
                SelectedTests tests = Selections.of(skipped.subList(0, 9), skipped.subList(9, skipped.size()));
                RunnerOutput output = runner.write(
                        tests, withFile ? options.withFileOf(test -> Optional.of(test.className())) : options, dir);

                assertThat(output.commands()).allSatisfy(command -> assertThat(command.args())
                        .doesNotContain("--foo", "-rf", "../../etc/passwd", "@a", "src/../../etc/passwd.test.js"));
                assertThat(output.notFiltered()).isSubsetOf(skipped);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("runners")
    void aTestThatMustRunIsNeverLeftOut(TestRunner runner) throws IOException {
        TestId inSuite = new TestId("chrome", "pkg.SharedTest", "TestA");
        TestId elsewhere = new TestId("firefox", "pkg.SharedTest", "TestA");
        RunnerOutput output = runner.write(
                Selections.of(
                        List.of(inSuite, id("pkg.WholeTest")), List.of(elsewhere, id("pkg.WholeTest#TestB"), inSuite)),
                RunnerOptions.defaults().withFileOf(EveryRunnerTest::jsFile),
                dir);

        assertThat(output.notFiltered()).containsExactlyInAnyOrder(elsewhere, id("pkg.WholeTest#TestB"));
        assertThat(String.join(" ", output.args())).doesNotContain("SharedTest").doesNotContain("WholeTest");
        assertThat(output.warnings()).isNotEmpty();
    }

    @ParameterizedTest
    @MethodSource("runners")
    void filesEndEachLineWithOneLineFeedAndLeaveNoPartBehind(TestRunner runner) throws IOException {
        runner.write(
                Selections.skipping("pkg.ATest", "pkg.BTest#TestB"),
                RunnerOptions.defaults().withFileOf(EveryRunnerTest::jsFile),
                dir.resolve("new/folder with a blank"));

        assertThat(files()).isNotEmpty().allSatisfy(file -> {
            assertThat(file.getFileName().toString()).doesNotEndWith(".part");
            String text = Selections.text(file);
            assertThat(text.isEmpty() || text.endsWith("\n")).isTrue();
            assertThat(text).doesNotContain("\r");
        });
    }

    @Test
    void everyRunnerHasItsSymbol() {
        assertThat(TestRunner.all())
                .extracting(TestRunner::name)
                .containsExactly(
                        "maven",
                        "gradle",
                        "pytest",
                        "go",
                        "jest",
                        "vitest",
                        "ctest",
                        "dotnet",
                        "googletest",
                        "rspec",
                        "playwright",
                        "raw");
        assertThat(TestRunner.named("ctest").name()).isEqualTo("ctest");
        assertThatThrownBy(() -> TestRunner.named("ant\n"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("'ant?'")
                .hasMessageContaining("googletest");
    }

    @Test
    void aFolderThatCannotBeWrittenIsAnError() throws IOException {
        Path file = Files.writeString(dir.resolve("file"), "x");

        assertThatThrownBy(() -> TestRunner.named("maven")
                        .write(Selections.skipping("pkg.ATest"), RunnerOptions.defaults(), file))
                .isInstanceOf(IOException.class);
    }

    @Test
    void optionsRefuseACommandLineWithoutRoom() {
        assertThatThrownBy(() -> RunnerOptions.defaults().withMaxArgumentChars(10))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("100");
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> paths = Files.walk(dir)) {
            return paths.filter(Files::isRegularFile).toList();
        }
    }

    private String allText() throws IOException {
        StringBuilder text = new StringBuilder();
        files().forEach(file -> text.append(Selections.text(file)));
        return text.toString();
    }
}
