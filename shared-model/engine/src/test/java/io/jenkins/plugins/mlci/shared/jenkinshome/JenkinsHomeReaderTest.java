package io.jenkins.plugins.mlci.shared.jenkinshome;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.mlci.shared.history.BuildResult;
import io.jenkins.plugins.mlci.shared.history.ChangeKind;
import io.jenkins.plugins.mlci.shared.history.ChangeSet;
import io.jenkins.plugins.mlci.shared.history.ChangedFile;
import io.jenkins.plugins.mlci.shared.history.Outcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JenkinsHomeReaderTest {
    private static final double[] SECONDS = {0.812, -1.407, 2.051, 0.333, 0.951};

    @TempDir
    private Path folder;

    private FixtureHome home;

    @BeforeEach
    void home() {
        home = new FixtureHome(folder);
    }

    @Test
    void readsAWholeBuild() throws IOException {
        home.build("jobs/app", 1, 10);
        home.build("jobs/app", 2, 11);
        home.write("jobs/app/builds/2/junitResult.xml", FixtureHome.junitXml(SECONDS));
        home.write("jobs/app/builds/2/changelog.xml", FixtureHome.changeLog(11, 10, "M\tsrc/A.java", "A\tsrc/B.java"));

        List<ImportedBuild> builds = home.read();

        assertThat(home.problems).isEmpty();
        assertThat(builds).hasSize(2);
        ImportedBuild second = builds.get(1);
        assertThat(second.found().build().id()).hasToString("app#2");
        assertThat(second.found().build().started()).isEqualTo(Instant.ofEpochSecond(1_700_000_002));
        assertThat(second.found().build().duration()).isEqualTo(Duration.ofMillis(1234));
        assertThat(second.found().build().result()).isEqualTo(BuildResult.SUCCESS);
        assertThat(second.found().build().branch()).isEqualTo("main");
        assertThat(second.found().build().commit()).isEqualTo(FixtureHome.commit(11));
        assertThat(second.found().tests())
                .hasSize(5)
                .filteredOn(test -> test.outcome() == Outcome.FAILED)
                .hasSize(1);
        assertThat(second.found().changes())
                .containsExactly(new ChangeSet(
                        FixtureHome.commit(10),
                        FixtureHome.commit(11),
                        List.of(
                                new ChangedFile(ChangeKind.MODIFIED, "src/A.java", "", -1, -1),
                                new ChangedFile(ChangeKind.ADDED, "src/B.java", "", -1, -1)),
                        List.of("[jane@example.org]"),
                        1));
        assertThat(second.isStale()).isFalse();
        assertThat(second.record()).isEqualTo(second.found());
    }

    @Test
    void readsBuildsByNumberAndNotByName() throws IOException {
        for (long number : new long[] {10, 9, 2, 1}) {
            home.build("jobs/app", number, (int) number);
        }
        home.write("jobs/app/builds/permalinks", "lastStableBuild 10");
        home.write("jobs/app/builds/legacyIds", "");
        assertThat(home.read())
                .extracting(build -> build.found().build().id().number())
                .containsExactly(1L, 2L, 9L, 10L);
        assertThat(home.problems).isEmpty();
    }

    @Test
    void theReferenceOfAChangeIsTheBuildBefore() throws IOException {
        home.build("jobs/app", 1, 10);
        home.build("jobs/app", 2, 12);
        home.write(
                "jobs/app/builds/2/changelog.xml",
                FixtureHome.changeLog(12, 77, "D\tB") + FixtureHome.changeLog(11, 5, "M\tA", "A\tB"));
        ChangeSet change = home.read().get(1).found().changes().get(0);
        assertThat(change.fromCommit()).isEqualTo(FixtureHome.commit(10));
        assertThat(change.commits()).isEqualTo(2);
        assertThat(change.files()).containsExactly(new ChangedFile(ChangeKind.MODIFIED, "A", "", -1, -1));
    }

    @Test
    void aRebuildOfTheSameCommitHasAnEmptyChange() throws IOException {
        home.build("jobs/app", 1, 10);
        home.build("jobs/app", 2, 10);
        home.build("jobs/app", 3, 11);
        home.write("jobs/app/builds/2/changelog.xml", "");
        List<ImportedBuild> builds = home.read();
        String commit = FixtureHome.commit(10);
        assertThat(builds.get(0).found().changes()).isEmpty();
        assertThat(builds.get(1).found().changes())
                .containsExactly(new ChangeSet(commit, commit, List.of(), List.of(), 0));
        assertThat(builds.get(2).found().changes()).as("unknown").isEmpty();
    }

    @Test
    void recognisesLeftOverResultsAlsoAcrossABuildWithout() throws IOException {
        for (int number = 1; number <= 4; number++) {
            home.build("jobs/app", number, number);
        }
        home.write("jobs/app/builds/1/junitResult.xml", FixtureHome.junitXml(SECONDS));
        home.write("jobs/app/builds/3/junitResult.xml", FixtureHome.junitXml(SECONDS));
        home.write("jobs/app/builds/4/junitResult.xml", FixtureHome.junitXml(0.8, -1.3, 2.1, 0.3, 0.9));
        List<ImportedBuild> builds = home.read();
        assertThat(builds).extracting(ImportedBuild::isStale).containsExactly(false, false, true, false);
        assertThat(builds.get(2).found().tests()).hasSize(5);
        assertThat(builds.get(2).record().tests()).isEmpty();
        assertThat(builds.get(2).record().build())
                .isEqualTo(builds.get(2).found().build());
    }

    @Test
    void skipsRunningBuilds() throws IOException {
        home.build("jobs/app", 1, 1);
        String finished = FixtureHome.buildXml(2, "SUCCESS", 2);
        home.write("jobs/app/builds/2/build.xml", finished.replace("<result>SUCCESS</result>", ""));
        home.write(
                "jobs/app/builds/3/build.xml",
                "<flow-build><startTime>1700000000000</startTime><result>UNSTABLE</result>"
                        + "<completed>false</completed></flow-build>");
        assertThat(home.read()).hasSize(1);
        assertThat(home.problems)
                .containsExactly(
                        "Build app#2 was skipped: it has not ended.", "Build app#3 was skipped: it has not ended.");
    }

    @Test
    void skipsDamagedBuildsAndKeepsTheRest() throws IOException {
        home.build("jobs/app", 1, 1);
        Files.createDirectories(home.root.resolve("jobs/app/builds/2"));
        home.write("jobs/app/builds/3/build.xml", "");
        home.write(
                "jobs/app/builds/4/build.xml",
                FixtureHome.buildXml(4, "SUCCESS", 4).substring(0, 300));
        home.write("jobs/app/builds/5/build.xml", FixtureHome.buildXml(5, "WONDERFUL", 5));
        home.write("jobs/app/builds/6/build.xml", "<build><result>SUCCESS</result></build>");
        home.write("jobs/app/builds/7/build.xml", "<!DOCTYPE x [<!ENTITY a 'b'>]><build/>");
        byte[] noise = new byte[5_000];
        new Random(3).nextBytes(noise);
        Files.createDirectories(home.root.resolve("jobs/app/builds/8"));
        Files.write(home.root.resolve("jobs/app/builds/8/build.xml"), noise);
        home.build("jobs/app", 9, 9);

        assertThat(home.read())
                .extracting(build -> build.found().build().id().number())
                .containsExactly(1L, 9L);
        assertThat(home.problems).hasSize(7);
        assertThat(home.problems.get(0))
                .isEqualTo("Build app#2 was skipped: it has no build.xml, so it is being"
                        + " written, being deleted or damaged.");
        assertThat(home.problems.get(1)).contains("app#3", "no complete, well-formed XML");
        assertThat(home.problems.get(2)).contains("app#4", "no complete, well-formed XML at line");
        assertThat(home.problems.get(3)).contains("app#5", "WONDERFUL");
        assertThat(home.problems.get(4)).contains("app#6", "when the build started");
        assertThat(home.problems.get(5)).contains("app#7", "document type");
        assertThat(home.problems.get(6)).contains("app#8");
    }

    @Test
    void keepsABuildWhoseResultsOrChangesAreDamaged() throws IOException {
        home.build("jobs/app", 1, 1);
        home.build("jobs/app", 2, 1);
        home.write("jobs/app/builds/2/junitResult.xml", "<result><suites><suite><cases><case><className>A");
        home.write("jobs/app/builds/2/changelog.xml", "<log><logentry");
        List<ImportedBuild> builds = home.read();
        assertThat(builds).hasSize(2);
        assertThat(builds.get(1).found().tests()).isEmpty();
        assertThat(builds.get(1).found().changes()).as("unknown, not unchanged").isEmpty();
        assertThat(home.problems)
                .hasSize(2)
                .anySatisfy(problem -> assertThat(problem).contains("app#2", "without its test results"))
                .anySatisfy(problem -> assertThat(problem).contains("app#2", "without the changes of changelog.xml"));
    }

    @Test
    void readsTheChangeLogOfEveryCheckoutInOrder() throws IOException {
        String build = FixtureHome.buildXml(1, "SUCCESS", 1)
                .replace(
                        "<timestamp>",
                        "<checkouts><c><changelogFile>/old/home/builds/1/changelog7.xml</changelogFile></c>"
                                + "<c><changelogFile>C:\\home\\changelog3.xml</changelogFile></c>"
                                + "<c><changelogFile>../../../etc/passwd</changelogFile></c></checkouts><timestamp>");
        home.write("jobs/app/builds/1/build.xml", build);
        home.write("jobs/app/builds/1/changelog3.xml", FixtureHome.changeLog(3, 2, "M\tthree"));
        home.write("jobs/app/builds/1/changelog7.xml", FixtureHome.changeLog(1, 0, "M\tseven"));
        assertThat(home.read().get(0).found().changes())
                .extracting(change -> change.files().get(0).path())
                .containsExactly("seven", "three");
    }

    @Test
    void doesNotFollowLinksOutOfABuild() throws IOException {
        FixtureHome inner = new FixtureHome(folder.resolve("home"));
        Path outside = home.write("secret.xml", FixtureHome.buildXml(2, "SUCCESS", 2));
        inner.build("jobs/app", 1, 1);
        Files.createDirectories(inner.root.resolve("jobs/app/builds/2"));
        Files.createSymbolicLink(inner.root.resolve("jobs/app/builds/2/build.xml"), outside);
        Files.createSymbolicLink(inner.root.resolve("jobs/app/builds/3"), folder);
        Files.createSymbolicLink(
                inner.root.resolve("jobs/app/builds/lastSuccessfulBuild"), inner.root.resolve("jobs/app/builds/1"));
        Files.createSymbolicLink(inner.root.resolve("jobs/app/builds/4"), Path.of("4"));
        assertThat(inner.read()).hasSize(1);
        assertThat(inner.problems)
                .anySatisfy(problem -> assertThat(problem).contains("app#2", "no build.xml"))
                .anySatisfy(problem -> assertThat(problem).contains("app#3", "link out"))
                .anySatisfy(problem -> assertThat(problem).contains("app#4", "link out"));
    }

    @Test
    void saysThatResultsAndChangesBehindALinkAreLeftOut() throws IOException {
        FixtureHome inner = new FixtureHome(folder.resolve("home"));
        Path outside = home.write("secret.xml", FixtureHome.buildXml(2, "SUCCESS", 2));
        inner.build("jobs/app", 1, 1);
        inner.build("jobs/app", 2, 1);
        for (String file : List.of("junitResult.xml", "changelog.xml")) {
            Path link = inner.root.resolve("jobs/app/builds/2").resolve(file);
            Files.deleteIfExists(link);
            Files.createSymbolicLink(link, outside);
        }
        assertThat(inner.read().get(1).found().tests()).isEmpty();
        assertThat(inner.read().get(1).found().changes()).isEmpty();
        assertThat(inner.problems)
                .anySatisfy(problem -> assertThat(problem).contains("app#2", "junitResult.xml", "link out"))
                .anySatisfy(problem -> assertThat(problem).contains("app#2", "changelog.xml", "link out"));
    }

    @Test
    void followsTheNumberLinksOfOldJenkinsVersions() throws IOException {
        home.write("jobs/app/builds/2014-05-01_10-00-00/build.xml", FixtureHome.buildXml(1, "FAILURE", 1));
        Files.createSymbolicLink(home.root.resolve("jobs/app/builds/1"), Path.of("2014-05-01_10-00-00"));
        assertThat(home.read())
                .extracting(build -> build.found().build().result())
                .containsExactly(BuildResult.FAILURE);
    }

    @Test
    void theBranchOfAMultibranchJobIsItsOwn() throws IOException {
        home.build("jobs/app/branches/PR-1", 1, 1);
        assertThat(home.read().get(0).found().build().branch()).isEqualTo("PR-1");
    }

    @Test
    void countsBuildsForProgress() throws IOException {
        home.build("jobs/app", 1, 1);
        home.build("jobs/app", 2, 2);
        JenkinsHome opened = home.open();
        assertThat(new JenkinsHomeReader(name -> name)
                        .count(opened, opened.jobs().get(0)))
                .isEqualTo(2);
    }

    @Test
    void writesNothing() throws IOException {
        readsAWholeBuild();
        Map<Path, String> before = home.snapshot();
        home.read();
        assertThat(home.snapshot()).isEqualTo(before);
    }
}
