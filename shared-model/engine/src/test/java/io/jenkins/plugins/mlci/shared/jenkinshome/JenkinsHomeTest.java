package io.jenkins.plugins.mlci.shared.jenkinshome;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JenkinsHomeTest {
    @TempDir
    private Path folder;

    private FixtureHome home;

    @BeforeEach
    void home() {
        home = new FixtureHome(folder.resolve("home"));
    }

    @Test
    void findsJobsInFoldersAndBranches() throws IOException {
        home.build("jobs/plain", 1, 1);
        home.build("jobs/team/jobs/service", 1, 1);
        home.build("jobs/team/jobs/app/branches/main", 1, 1);
        home.build("jobs/team/jobs/app/branches/feature-x.abc123", 1, 1);
        home.write("jobs/team/jobs/app/branches/feature-x.abc123/name-utf8.txt", "feature%2Fx");
        home.write("jobs/empty/config.xml", "<project/>");

        assertThat(home.jobNames()).containsExactly("plain", "team/app/feature%2Fx", "team/app/main", "team/service");
        assertThat(home.open().jobs()).extracting(JobFolder::branch).containsExactly("", "feature/x", "main", "");
        assertThat(home.problems).isEmpty();
    }

    @Test
    void namesAJobThatIsGivenByItsOwnFolder() throws IOException {
        home.build("jobs/team/jobs/app/branches/main", 1, 1);
        home.build("loose", 1, 1);
        home.build("copied/branches/dev", 1, 1);

        assertThat(only("jobs/team/jobs/app/branches/main").fullName()).isEqualTo("team/app/main");
        assertThat(only("jobs/team/jobs/app/branches/main").branch()).isEqualTo("main");
        assertThat(only("jobs/team/jobs/app").fullName()).isEqualTo("team/app/main");
        assertThat(only("jobs/team").fullName()).isEqualTo("team/app/main");
        assertThat(only("loose").fullName()).isEqualTo("loose");
        assertThat(only("copied").fullName()).isEqualTo("copied/dev");
        assertThat(only("copied/branches/dev").fullName()).isEqualTo("copied/dev");
    }

    @Test
    void findsJobsThatWereCopiedSideBySide() throws IOException {
        home.build("copies/commons-cli", 1, 1);
        home.build("copies/app/branches/main", 1, 1);
        home.write("copies/README.md", "two jobs");
        home.build("jobs/team/jobs/service", 1, 1);

        assertThat(JenkinsHome.open(home.root.resolve("copies"), home.problems::add)
                        .jobs())
                .extracting(JobFolder::fullName)
                .containsExactly("app/main", "commons-cli");
        assertThat(only("jobs").fullName()).isEqualTo("team/service");
        assertThat(only("jobs/team/jobs").fullName()).isEqualTo("team/service");
        assertThat(home.problems).isEmpty();
    }

    @Test
    void ignoresAHostileNameFile() throws IOException {
        home.build("jobs/app/branches/b", 1, 1);
        home.write("jobs/app/branches/b/name-utf8.txt", "../../other");
        assertThat(home.jobNames()).containsExactly("app/b");

        home.write("jobs/app/branches/b/name-utf8.txt", "x".repeat(5_000));
        assertThat(home.jobNames()).containsExactly("app/b");
    }

    @Test
    void followsLinksInsideTheHome() throws IOException {
        home.build("disk2/app", 1, 1);
        Files.createDirectories(home.root.resolve("jobs/app"));
        Files.createSymbolicLink(home.root.resolve("jobs/app/builds"), home.root.resolve("disk2/app/builds"));

        assertThat(home.jobNames()).containsExactly("app");
    }

    @Test
    void doesNotFollowLinksOutOfTheHome() throws IOException {
        FixtureHome elsewhere = new FixtureHome(folder.resolve("elsewhere"));
        elsewhere.build("secret", 1, 1);
        home.build("jobs/good", 1, 1);
        Files.createDirectories(home.root.resolve("jobs/app"));
        Files.createSymbolicLink(home.root.resolve("jobs/app/builds"), elsewhere.root.resolve("secret/builds"));
        Files.createSymbolicLink(home.root.resolve("jobs/stolen"), elsewhere.root.resolve("secret"));

        assertThat(home.jobNames()).containsExactly("good");
        assertThat(home.problems)
                .hasSize(2)
                .anySatisfy(problem -> assertThat(problem).contains("builds of app", "link out"))
                .anySatisfy(problem -> assertThat(problem).contains("stolen", "link out"));
    }

    @Test
    void survivesLinksInACircle() throws IOException {
        home.build("jobs/good", 1, 1);
        Files.createSymbolicLink(home.root.resolve("jobs/self"), home.root.resolve("jobs/self"));
        Files.createDirectories(home.root.resolve("jobs/folder"));
        Files.createSymbolicLink(home.root.resolve("jobs/folder/jobs"), home.root.resolve("jobs"));

        assertThat(home.jobNames()).contains("folder/good").doesNotHaveDuplicates();
        assertThat(home.problems).isNotEmpty();
    }

    @Test
    void saysWhatIsWrongWithAFolderWithoutJobs() throws IOException {
        assertThatThrownBy(() -> home.open())
                .isInstanceOf(IOException.class)
                .hasMessageContaining("does not exist; name a JENKINS_HOME");
        Path file = home.write("file", "x");
        assertThatThrownBy(() -> JenkinsHome.open(file, home.problems::add)).hasMessageContaining("is a file");
        Files.createDirectories(home.root.resolve("jobs"));
        assertThatThrownBy(() -> home.open()).hasMessageContaining("holds no job");
    }

    private JobFolder only(String path) throws IOException {
        List<String> problems = new ArrayList<>();
        List<JobFolder> jobs =
                JenkinsHome.open(home.root.resolve(path), problems::add).jobs();
        assertThat(problems).isEmpty();
        assertThat(jobs).hasSize(1);
        return jobs.get(0);
    }
}
