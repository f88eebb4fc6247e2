package io.jenkins.plugins.mlci.testselector.results;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TestReportsTest {
    private static final ReportOptions METHODS = ReportOptions.at(Level.METHOD);
    private static final Instant START = Instant.parse("2026-11-23T06:10:00Z");

    @TempDir
    private Path folder;

    @Test
    void readsAllReportsInPathOrder() throws IOException {
        write("b/target/surefire-reports/TEST-b.xml", "b.B", "");
        write("a/target/surefire-reports/TEST-a.xml", "a.A", "<failure/>");
        write("a/target/other/TEST-c.xml", "c.C", "");

        TestReport report = TestReports.read(folder, "**/surefire-reports/*.xml", METHODS);

        assertThat(Fixtures.lines(report)).containsExactly("FAILED a.A#t 1.000", "PASSED b.B#t 1.000");
        assertThat(report.isComplete()).isTrue();
    }

    @Test
    void severalPatternsAreJoined() throws IOException {
        write("one/r.xml", "a.A", "");
        write("two/r.xml", "b.B", "");

        assertThat(TestReports.read(folder, "one/*.xml, two/*.xml", METHODS).outcomes())
                .hasSize(2);
    }

    @Test
    void aTestInSeveralReportsHasItsWorstOutcome() throws IOException {
        write("1.xml", "a.A", "<failure/>");
        write("2.xml", "a.A", "");

        assertThat(Fixtures.lines(TestReports.read(folder, "*.xml", METHODS))).containsExactly("FAILED a.A#t 2.000");
    }

    @Test
    void oneBadReportDoesNotSpoilTheOthers() throws IOException {
        write("1.xml", "a.A", "");
        Files.write(folder.resolve("2.xml"), new byte[] {0, 1, 2, 3});
        write("3.xml", "c.C", "");

        TestReport report = TestReports.read(folder, "*.xml", METHODS);

        assertThat(report.outcomes()).hasSize(2);
        assertThat(report.isComplete()).isFalse();
        assertThat(report.problems()).singleElement().satisfies(problem -> assertThat(problem.path())
                .isEqualTo(folder.resolve("2.xml")));
    }

    @Test
    void reportsOlderThanTheBuildAreLeftOut() throws IOException {
        Files.setLastModifiedTime(write("old.xml", "a.A", ""), FileTime.from(START.minusSeconds(100)));
        Files.setLastModifiedTime(write("skewed.xml", "b.B", ""), FileTime.from(START.minusSeconds(1)));
        Files.setLastModifiedTime(write("new.xml", "c.C", ""), FileTime.from(START.plusSeconds(5)));

        TestReport report = TestReports.read(folder, "*.xml", METHODS.modifiedSince(START));

        assertThat(Fixtures.lines(report)).containsExactly("PASSED c.C#t 1.000", "PASSED b.B#t 1.000");
        assertThat(report.problems()).singleElement().satisfies(problem -> {
            assertThat(problem.kind()).isEqualTo(ReportProblem.Kind.STALE);
            assertThat(problem.sentence()).contains("before the build started at 2026-11-23T06:10:00Z");
        });
        assertThat(report.isComplete()).isTrue();
    }

    @Test
    void noReportAtAllIsAProblem() {
        TestReport report = TestReports.read(folder, "**/*.xml", METHODS);

        assertThat(report.outcomes()).isEmpty();
        assertThat(report.isComplete()).isFalse();
        assertThat(report.problems().get(0).sentence()).isEqualTo("No report matches **/*.xml.");
    }

    @Test
    void aMissingFolderIsAProblem() {
        TestReport report = TestReports.read(folder.resolve("none"), "**/*.xml", METHODS);

        assertThat(report.isComplete()).isFalse();
        assertThat(report.problems().get(0).sentence()).contains("could not be searched");
    }

    @Test
    void linksOutOfTheFolderAreNotFollowed() throws IOException {
        Path root = Files.createDirectory(folder.resolve("workspace"));
        Path outside = write("outside/secret.xml", "a.Secret", "");
        Files.createSymbolicLink(root.resolve("link.xml"), outside);
        Files.createSymbolicLink(root.resolve("linked"), outside.getParent());
        Files.createSymbolicLink(root.resolve("dangling.xml"), folder.resolve("nowhere"));
        Path inside = write("workspace/deep/in.xml", "b.B", "");
        Files.createSymbolicLink(root.resolve("inside.xml"), inside);

        TestReport report = TestReports.read(root, "**/*.xml", METHODS);

        assertThat(Fixtures.lines(report)).containsExactly("PASSED b.B#t 2.000");
        assertThat(report.problems())
                .extracting(ReportProblem::sentence)
                .anySatisfy(sentence -> assertThat(sentence).contains("link out of it"))
                .anySatisfy(sentence -> assertThat(sentence).contains("leads nowhere"))
                .hasSize(2);
    }

    @Test
    void aLoopOfLinksEnds() throws IOException {
        write("a/r.xml", "a.A", "");
        Files.createSymbolicLink(folder.resolve("a/loop"), folder);

        assertThat(TestReports.read(folder, "**/*.xml", METHODS).outcomes()).hasSize(1);
    }

    @Test
    void tooManyFilesAreCut() throws IOException {
        for (int i = 0; i < 5; i++) {
            write(i + ".xml", "a.A" + i, "");
        }
        ReportOptions tight = METHODS.within(new ReportLimits(1000, 10_000, 10, 3, 10));

        TestReport report = TestReports.read(folder, "*.xml", tight);

        assertThat(report.outcomes()).hasSize(3);
        assertThat(report.problems().get(0).sentence()).contains("more than 3 report files");
    }

    @Test
    void tooDeepFoldersAreNotSearched() throws IOException {
        write("1/2/3/4/r.xml", "a.A", "");
        write("1/2/r.xml", "b.B", "");
        ReportOptions tight = METHODS.within(new ReportLimits(1000, 10_000, 10, 3, 3));

        TestReport report = TestReports.read(folder, "**/*.xml", tight);

        assertThat(Fixtures.lines(report)).containsExactly("PASSED b.B#t 1.000");
        assertThat(report.problems().get(0).sentence()).contains("deeper than 3 levels");
    }

    @Test
    void modulesOfOthersAreNotSearched() throws IOException {
        write("node_modules/x/r.xml", "a.A", "");
        write(".git/r.xml", "b.B", "");
        write("r.xml", "c.C", "");

        assertThat(Fixtures.lines(TestReports.read(folder, "**/*.xml", METHODS)))
                .containsExactly("PASSED c.C#t 1.000");
    }

    @Test
    void chosenFilesAreReadInTheirOrder() throws IOException {
        Path second = write("2.xml", "b.B", "");
        Path first = write("1.xml", "a.A", "");

        TestReport report = TestReports.read(List.of(second, first), METHODS.writtenBy(ReportDialect.GRADLE));

        assertThat(Fixtures.lines(report)).containsExactly("PASSED b.B#t 1.000", "PASSED a.A#t 1.000");
    }

    @Test
    void anEmptyPatternIsAMistakeOfTheCaller() {
        assertThatThrownBy(() -> TestReports.read(folder, " ", METHODS))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("must not be empty");
    }

    @ParameterizedTest
    @CsvSource({
        "**/*.xml,r.xml,true",
        "**/*.xml,a/b/r.xml,true",
        "*.xml,a/r.xml,false",
        "a/**/r.xml,a/r.xml,true",
        "a/**/r.xml,a/b/c/r.xml,true",
        "a/**/r.xml,b/a/r.xml,false",
        "**/target/**,x/target/y/z.xml,true",
        "reports/,reports/x/y.xml,true",
        "TEST-?.xml,TEST-1.xml,true",
        "TEST-?.xml,TEST-12.xml,false",
        "a+(b).xml,a+(b).xml,true",
        "./x/*.xml,x/r.xml,true"
    })
    void patternsAreThoseOfAnt(String pattern, String path, boolean matches) {
        assertThat(new AntPattern(pattern).matches(path)).isEqualTo(matches);
    }

    private Path write(String path, String className, String children) throws IOException {
        Path file = folder.resolve(path);
        Files.createDirectories(file.getParent());
        String xml = "<testsuite name='%s'><testcase classname='%s' name='t' time='1'>%s</testcase></testsuite>";
        return Files.writeString(file, xml.formatted(className, className, children));
    }
}
