package io.jenkins.plugins.mlci.testselector.runner;

import static io.jenkins.plugins.mlci.testselector.runner.Selections.id;
import static io.jenkins.plugins.mlci.testselector.runner.Selections.ids;
import static io.jenkins.plugins.mlci.testselector.runner.Selections.lines;
import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.mlci.shared.history.TestId;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MavenRunnerTest {
    private final TestRunner runner = new MavenRunner();

    @TempDir
    Path dir;

    private RunnerOutput write(List<TestId> selected, List<TestId> skipped) throws IOException {
        return runner.write(Selections.of(selected, skipped), RunnerOptions.defaults(), dir);
    }

    private List<String> patterns(List<TestId> selected, List<TestId> skipped) throws IOException {
        return lines(write(selected, skipped).excludesFile()).stream()
                .filter(line -> !line.startsWith("#"))
                .toList();
    }

    @Test
    void classesAreAnchoredSoThatNoOtherPackageIsMeant() throws IOException {
        assertThat(patterns(ids("pkg.ATest"), ids("pkg.BTest", "pkg.CTest", "RootTest")))
                .containsExactly("%regex[^(?:RootTest)\\.class$]", "%regex[^pkg/(?:BTest|CTest)\\.class$]", "**/*$*");
    }

    @Test
    void bothPluginsGetTheAbsoluteFile() throws IOException {
        RunnerOutput output = write(ids("pkg.ATest"), ids("pkg.BTest"));

        Path file = output.excludesFile().orElseThrow();
        assertThat(file).isAbsolute();
        assertThat(output.args()).containsExactly("-Dsurefire.excludesFile=" + file, "-Dfailsafe.excludesFile=" + file);
    }

    @Test
    void casesOfAParameterizedMethodAreLeftOutTogetherOrNotAtAll() throws IOException {
        List<TestId> skipped =
                ids("pkg.ATest#p(int)[1]", "pkg.ATest#p(int)[2]", "pkg.ATest#q{String}[1]", "pkg.ATest#r[0]");
        RunnerOutput output = write(ids("pkg.ATest#q{String}[2]"), skipped);

        assertThat(lines(output.excludesFile())).contains("%regex[^pkg/ATest\\.class$#^(?:p|r)(?:\\u005b.*)?$]");
        assertThat(output.notFiltered()).containsExactly(id("pkg.ATest#q{String}[1]"));
    }

    @Test
    void anOuterClassStaysReachableForTheNestedClassThatMustRun() throws IOException {
        assertThat(patterns(ids("pkg.Outer$Deep$Inner#a"), ids("pkg.Outer", "pkg.Outer$Other", "pkg.OuterLonger")))
                .containsExactlyInAnyOrder(
                        "%regex[^pkg/Outer\\.class$#.*]",
                        "%regex[^pkg/Outer\\u0024Other\\.class$#.*]",
                        "%regex[^pkg/(?:Outer\\u0024Other|OuterLonger)\\.class$]");
    }

    @Test
    void theDefaultExclusionOfNestedClassesStaysUnlessNestedClassesAreKnown() throws IOException {
        assertThat(patterns(ids("pkg.ATest"), ids("pkg.BTest"))).contains("**/*$*");
        assertThat(patterns(ids("pkg.ATest$Nested"), ids("pkg.BTest"))).doesNotContain("**/*$*");
        assertThat(patterns(ids("pkg.ATest"), ids("pkg.BTest$Nested#a"))).doesNotContain("**/*$*");
        assertThat(patterns(ids("pkg.ATest"), List.of())).isEmpty();
    }

    @Test
    void methodsOfKotlinAndSpockAreEscaped() throws IOException {
        assertThat(patterns(ids("pkg.ATest"), ids("pkg.B#adds a # and, b]")))
                .contains(
                        "%regex[^pkg/B\\.class$#^(?:adds\\u0020a\\u0020\\u0023\\u0020and\\u002c\\u0020b\\u005d)(?:\\u005b.*)?$]");
    }

    @Test
    void whatIsNoClassOfJavaRuns() throws IOException {
        List<TestId> skipped =
                ids("#a", "!pkg.ATest", "%regex[.*]", "pkg/A.java", "pkg.*", "a, b", "pkg..A", "pkg.A.", "--x");

        RunnerOutput output = write(ids("pkg.ATest"), skipped);

        assertThat(output.notFiltered()).containsExactlyInAnyOrderElementsOf(skipped);
        assertThat(lines(output.excludesFile())).hasSize(1).allMatch(line -> line.startsWith("# "));
    }

    @Test
    void inclusionNamesWholeTopLevelClasses() throws IOException {
        RunnerOutput output = runner.write(
                Selections.of(ids("pkg.Outer$Inner#a", "pkg.BTest#b"), ids("pkg.CTest")),
                RunnerOptions.defaults().withForm(Form.INCLUDE),
                dir);

        assertThat(lines(output.includesFile())).contains("%regex[^pkg/(?:BTest|Outer|Outer\\u0024Inner)\\.class$]");
        assertThat(output.excludesFile()).isEmpty();
        assertThat(output.args()).contains("-Dsurefire.failIfNoSpecifiedTests=false");
        assertThat(output.notes()).anyMatch(note -> note.contains("includes of the pom"));
        assertThat(runner.wholeClasses()).isTrue();
    }

    @Test
    void aSelectedTestThatCannotBeIncludedTurnsTheListIntoExclusions() throws IOException {
        RunnerOutput output = runner.write(
                Selections.of(ids("not a class"), ids("pkg.CTest")),
                RunnerOptions.defaults().withForm(Form.INCLUDE),
                dir);

        assertThat(output.includesFile()).isEmpty();
        assertThat(dir.resolve(MavenRunner.INCLUDES)).doesNotExist();
        assertThat(lines(output.excludesFile())).contains("%regex[^pkg/(?:CTest)\\.class$]");
        assertThat(output.warnings()).anyMatch(text -> text.contains("excluded instead"));
    }

    @Test
    void anEmptyShardSkipsTests() throws IOException {
        RunnerOutput output = runner.write(
                Selections.of(List.of(), ids("pkg.ATest")),
                RunnerOptions.defaults().withEmptySelection(EmptySelection.RUN_NOTHING),
                dir);

        assertThat(output.args()).containsExactly("-DskipTests");
    }

    @Test
    void manyClassesMakeFewLinesQuickly() throws IOException {
        List<TestId> skipped = IntStream.range(0, 20_000)
                .mapToObj(i -> TestId.ofClass("pkg" + i % 10 + ".Some" + i + "Test"))
                .toList();
        List<TestId> selected = IntStream.range(0, 20_000)
                .mapToObj(i -> TestId.ofClass("pkg.Other" + i + "Test$In"))
                .toList();

        assertThat(patterns(selected, skipped)).hasSize(100);
    }

    @Property(tries = 300)
    void aMethodPatternMatchesThatMethodAndItsCasesOnly(@ForAll String method, @ForAll String other) {
        String line = SurefirePattern.methods("pkg.ATest", List.of(method));
        assertThat(line).startsWith("%regex[").endsWith("]").matches("[ -~]+");
        String regex = line.substring(line.indexOf('#') + 1, line.length() - 1);

        assertThat(Pattern.compile(regex, Pattern.DOTALL).matcher(method).matches())
                .isTrue();
        assertThat(Pattern.compile(regex, Pattern.DOTALL).matcher(other).matches())
                .isEqualTo(other.equals(method) || other.startsWith(method + "["));
        assertThat(Pattern.compile(regex, Pattern.DOTALL)
                        .matcher(method + "[2]")
                        .matches())
                .isTrue();
    }
}
