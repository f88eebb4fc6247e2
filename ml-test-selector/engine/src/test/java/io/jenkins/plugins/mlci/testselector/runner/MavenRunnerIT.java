package io.jenkins.plugins.mlci.testselector.runner;

import static io.jenkins.plugins.mlci.testselector.runner.Selections.ids;
import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.mlci.shared.history.TestId;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What Surefire really does with our files, in a small project of its own. Runs Maven, so it is not part of the build; run it with
 * {@code mvn -pl ml-test-selector/engine -am -Dtest=MavenRunnerIT -Dsurefire.failIfNoSpecifiedTests=false test}. It needs {@code
 * mvn} on the path.
 */
class MavenRunnerIT {
    private static final Pattern CASE = Pattern.compile("<testcase name=\"([^\"]+)\" classname=\"([^\"]+)\"");
    private static final String POM = """
            <project xmlns="http://maven.apache.org/POM/4.0.0">
              <modelVersion>4.0.0</modelVersion>
              <groupId>sample</groupId><artifactId>sample</artifactId><version>1</version>
              <properties>
                <maven.compiler.release>17</maven.compiler.release>
                <project.build.sourceEncoding>UTF-8</project.build.sourceEncoding>
              </properties>
              <dependencies><dependency>
                <groupId>org.junit.jupiter</groupId><artifactId>junit-jupiter</artifactId>
                <version>5.14.1</version><scope>test</scope>
              </dependency></dependencies>
              <build><plugins>
                <plugin><artifactId>maven-resources-plugin</artifactId><version>3.3.1</version></plugin>
                <plugin><artifactId>maven-compiler-plugin</artifactId><version>3.14.1</version></plugin>
                <plugin><artifactId>maven-surefire-plugin</artifactId><version>3.5.4</version></plugin>
              </plugins></build>
            </project>
            """;
    private static final String BODY = "@Test void a() {} @Test void b() {}";

    @TempDir
    Path project;

    private Path lists;

    @BeforeEach
    void createProject() throws IOException {
        lists = project.resolve("lists with a blank");
        Files.writeString(project.resolve("pom.xml"), POM);
        source("", "RootTest", BODY);
        source("pkg", "RootTest", BODY);
        source("deep.pkg", "RootTest", BODY);
        source(
                "pkg",
                "OuterTest",
                BODY + " @ParameterizedTest @ValueSource(ints = {1, 2}) void p(int i) {}"
                        + " @Nested class Inner { @Test void a() {} @Test void c() {} }"
                        + " static class StaticTest { @Test void s() {} }");
    }

    private void source(String packageName, String name, String body) throws IOException {
        Path folder = Files.createDirectories(project.resolve("src/test/java/" + packageName.replace('.', '/')));
        Files.writeString(
                folder.resolve(name + ".java"),
                (packageName.isEmpty() ? "" : "package " + packageName + ";\n")
                        + "import org.junit.jupiter.api.*;\nimport org.junit.jupiter.params.*;\n"
                        + "import org.junit.jupiter.params.provider.*;\nclass " + name + " { " + body + " }\n");
    }

    private Set<String> run(Form form, List<TestId> selected, List<TestId> skipped) throws Exception {
        RunnerOutput output = new MavenRunner()
                .write(
                        Selections.of(selected, skipped),
                        RunnerOptions.defaults().withForm(form),
                        lists);
        assertThat(output.notFiltered()).isEmpty();
        return maven(output.args());
    }

    private Set<String> maven(List<String> args) throws Exception {
        List<String> command = new ArrayList<>(List.of("mvn", "-o", "-q", "-B", "test"));
        command.addAll(args);
        Process process = new ProcessBuilder(command)
                .directory(project.toFile())
                .redirectErrorStream(true)
                .start();
        String log = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(log).isZero();
        return executed();
    }

    private Set<String> executed() throws IOException {
        Set<String> cases = new TreeSet<>();
        Path reports = project.resolve("target/surefire-reports");
        if (!Files.isDirectory(reports)) {
            return cases;
        }
        try (Stream<Path> files = Files.list(reports)) {
            for (Path file :
                    files.filter(path -> path.toString().endsWith(".xml")).toList()) {
                Matcher matcher = CASE.matcher(Files.readString(file));
                while (matcher.find()) {
                    cases.add(matcher.group(2) + "#" + matcher.group(1));
                }
                Files.delete(file);
            }
        }
        return cases;
    }

    @Test
    void exclusionsLeaveOutExactlyWhatIsNamed() throws Exception {
        Set<String> all = maven(List.of());
        assertThat(all).hasSize(12).doesNotContain("pkg.OuterTest$StaticTest#s");

        assertThat(run(Form.EXCLUDE, ids("pkg.RootTest"), ids("RootTest", "pkg.OuterTest")))
                .containsExactlyInAnyOrder(
                        "pkg.RootTest#a", "pkg.RootTest#b", "deep.pkg.RootTest#a", "deep.pkg.RootTest#b");
        assertThat(run(
                        Form.EXCLUDE,
                        ids("pkg.OuterTest$Inner#c"),
                        ids(
                                "pkg.OuterTest",
                                "pkg.OuterTest$Inner#a",
                                "pkg.RootTest#a",
                                "RootTest#b",
                                "deep.pkg.RootTest")))
                .containsExactlyInAnyOrder(
                        "pkg.OuterTest$Inner#c", "pkg.OuterTest$StaticTest#s", "pkg.RootTest#b", "RootTest#a");
        assertThat(run(
                        Form.EXCLUDE,
                        ids("pkg.OuterTest#a"),
                        ids("pkg.OuterTest#p(int)[1]", "pkg.OuterTest#p(int)[2]", "pkg.OuterTest$Inner")))
                .contains("pkg.OuterTest#a", "pkg.OuterTest#b", "RootTest#a")
                .noneMatch(name -> name.contains("#p(") || name.contains("Inner"));
    }

    @Test
    void aListWithoutPatternsFiltersNothing() throws Exception {
        Set<String> all = maven(List.of());
        RunnerOutput output =
                new MavenRunner().write(SelectedTests.everything("All."), RunnerOptions.defaults(), lists);

        assertThat(maven(List.of(
                        "-Dsurefire.excludesFile=" + output.excludesFile().orElseThrow())))
                .isEqualTo(all);
        Path empty = Files.writeString(project.resolve("empty.txt"), "");
        assertThat(maven(List.of("-Dsurefire.includesFile=" + empty))).isEqualTo(all);
    }

    @Test
    void inclusionsRunWholeTopLevelClasses() throws Exception {
        assertThat(run(Form.INCLUDE, ids("pkg.OuterTest$Inner#c", "RootTest#a"), ids("pkg.RootTest")))
                .contains(
                        "pkg.OuterTest$Inner#c", "pkg.OuterTest$Inner#a", "pkg.OuterTest#a", "RootTest#a", "RootTest#b")
                .noneMatch(name -> name.startsWith("pkg.RootTest") || name.startsWith("deep."));
    }

    @Test
    void theFlagOfAnEmptyShardRunsNothing() throws Exception {
        RunnerOutput output = new MavenRunner()
                .write(
                        Selections.of(List.of(), ids("RootTest")),
                        RunnerOptions.defaults().withEmptySelection(EmptySelection.RUN_NOTHING),
                        lists);

        assertThat(maven(output.args())).isEmpty();
    }
}
