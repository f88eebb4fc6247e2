package io.jenkins.plugins.mlci.plugin.shared.collect;

import static org.assertj.core.api.Assertions.assertThat;

import hudson.model.FreeStyleProject;
import hudson.model.Result;
import hudson.model.Run;
import hudson.plugins.git.BranchSpec;
import hudson.plugins.git.GitSCM;
import hudson.plugins.git.UserRemoteConfig;
import hudson.tasks.junit.JUnitResultArchiver;
import io.jenkins.plugins.mlci.plugin.shared.OneJenkins;
import io.jenkins.plugins.mlci.plugin.shared.config.MachineLearningConfiguration;
import io.jenkins.plugins.mlci.plugin.shared.people.People;
import io.jenkins.plugins.mlci.shared.history.BuildId;
import io.jenkins.plugins.mlci.shared.history.BuildRecord;
import io.jenkins.plugins.mlci.shared.history.BuildResult;
import io.jenkins.plugins.mlci.shared.history.ChangeKind;
import io.jenkins.plugins.mlci.shared.history.ChangedFile;
import io.jenkins.plugins.mlci.shared.history.Outcome;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import jenkins.branch.BranchSource;
import jenkins.plugins.git.GitSCMSource;
import jenkins.plugins.git.traits.BranchDiscoveryTrait;
import org.jenkinsci.plugins.workflow.cps.CpsFlowDefinition;
import org.jenkinsci.plugins.workflow.job.WorkflowJob;
import org.jenkinsci.plugins.workflow.job.WorkflowRun;
import org.jenkinsci.plugins.workflow.multibranch.WorkflowMultiBranchProject;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.jvnet.hudson.test.CreateFileBuilder;
import org.jvnet.hudson.test.TestExtension;

/** What is kept of builds of every kind of job. */
class CollectingTest extends OneJenkins {
    @TempDir
    private Path folder;

    @BeforeAll
    static void allowLocalRepositories() {
        System.setProperty("hudson.plugins.git.GitSCM.ALLOW_LOCAL_CHECKOUT", "true");
        GitSCM.ALLOW_LOCAL_CHECKOUT = true;
    }

    private static Optional<BuildRecord> recorded(String job, long number) throws InterruptedException {
        return history().builds().find(new BuildId(job, number));
    }

    private void assertPeopleArePseudonyms(BuildRecord record) {
        assertThat(record.changes()).allSatisfy(change -> assertThat(change.authors())
                .containsExactly(People.get().pseudonym("jane@example.org"))
                .noneMatch(author -> author.contains("jane")));
    }

    @Test
    void freestyleBuildsWithTestsAndChanges() throws Exception {
        try (GitRepository repository = new GitRepository(folder)) {
            repository.commit("src/A.java", "1", "jane@example.org");
            FreeStyleProject job = jenkins.createFreeStyleProject("app");
            job.setScm(new GitSCM(
                    List.of(new UserRemoteConfig(repository.url(), null, null, null)),
                    List.of(new BranchSpec("main")),
                    null,
                    null,
                    List.of()));
            job.getBuildersList().add(new CreateFileBuilder("TEST-a.xml", Reports.xml("a.ATest", 1.234, false)));
            job.getPublishersList().add(new JUnitResultArchiver("TEST-*.xml"));
            jenkins.buildAndAssertSuccess(job);
            repository.commit("src/A.java", "2", "Jane@Example.org");
            String newest = repository.commit("src/B.java", "1", "jane@example.org");
            job.getBuildersList()
                    .replaceBy(List.of(new CreateFileBuilder("TEST-a.xml", Reports.xml("a.ATest", 2.345, true))));
            jenkins.buildAndAssertStatus(Result.UNSTABLE, job);

            BuildRecord record = recorded("app", 2).orElseThrow();
            assertThat(record.build().result()).isEqualTo(BuildResult.UNSTABLE);
            assertThat(record.build().commit()).isEqualTo(newest);
            assertThat(record.build().branch()).isEqualTo("main");
            assertThat(record.build().duration()).isPositive();
            assertThat(record.tests())
                    .extracting(test -> test.test() + " " + test.outcome())
                    .containsExactlyInAnyOrder(
                            "a.ATest#passes PASSED", "a.ATest#mayFail FAILED", "a.ATest#skipped SKIPPED");
            assertThat(record.changes()).singleElement().satisfies(change -> {
                assertThat(change.files())
                        .extracting(ChangedFile::kind, ChangedFile::path)
                        .containsExactly(
                                org.assertj.core.groups.Tuple.tuple(ChangeKind.MODIFIED, "src/A.java"),
                                org.assertj.core.groups.Tuple.tuple(ChangeKind.ADDED, "src/B.java"));
                assertThat(change.commits()).isEqualTo(2);
                assertThat(change.toCommit()).isEqualTo(newest);
                assertThat(change.fromCommit())
                        .isEqualTo(recorded("app", 1).orElseThrow().build().commit());
            });
            assertPeopleArePseudonyms(record);
        }
    }

    @Test
    void pipelinesWithSeveralCheckouts() throws Exception {
        try (GitRepository first = new GitRepository(folder.resolve("first"));
                GitRepository second = new GitRepository(folder.resolve("second"))) {
            first.commit("one.txt", "1", "jane@example.org");
            second.commit("two.txt", "1", "jane@example.org");
            WorkflowJob job = jenkins.createProject(WorkflowJob.class, "pipeline");
            job.setDefinition(new CpsFlowDefinition(
                    "node {\n"
                            + "  dir('first') { git url: '" + first.url() + "', branch: 'main' }\n"
                            + "  dir('second') { git url: '" + second.url() + "', branch: 'main' }\n"
                            + "  writeFile file: 'TEST-p.xml', text: '''" + Reports.xml("p.PTest", 0.5, false) + "'''\n"
                            + "  junit 'TEST-p.xml'\n"
                            + "}",
                    true));
            jenkins.buildAndAssertSuccess(job);
            first.commit("one.txt", "2", "jane@example.org");
            second.commit("two.txt", "2", "jane@example.org");
            WorkflowRun run = jenkins.buildAndAssertSuccess(job);

            BuildRecord record = recorded("pipeline", run.getNumber()).orElseThrow();
            assertThat(record.changes())
                    .extracting(change -> change.files().get(0).path())
                    .containsExactlyInAnyOrder("one.txt", "two.txt");
            assertThat(record.changes())
                    .allSatisfy(change -> assertThat(change.fromCommit()).hasSize(40));
            assertPeopleArePseudonyms(record);
        }
    }

    @Test
    void branchesOfAMultibranchProject() throws Exception {
        try (GitRepository repository = new GitRepository(folder)) {
            repository.commit(
                    "Jenkinsfile",
                    "node { checkout scm; writeFile file: 'TEST-m.xml', text: '''" + Reports.xml("m.MTest", 0.7, false)
                            + "'''; junit 'TEST-m.xml' }",
                    "jane@example.org");
            repository.branch("feature/x");
            String commit = repository.commit("x.txt", "x", "jane@example.org");
            WorkflowMultiBranchProject project = jenkins.createProject(WorkflowMultiBranchProject.class, "service");
            GitSCMSource source = new GitSCMSource(repository.url());
            source.setTraits(List.of(new BranchDiscoveryTrait()));
            project.getSourcesList().add(new BranchSource(source));
            project.scheduleBuild2(0).getFuture().get();
            jenkins.waitUntilNoActivity();

            BuildRecord record = recorded("service/feature%2Fx", 1).orElseThrow();
            assertThat(record.build().branch()).isEqualTo("feature/x");
            assertThat(record.build().commit()).isEqualTo(commit);
            assertThat(record.tests()).hasSize(3);
            assertThat(recorded("service/main", 1).orElseThrow().build().branch())
                    .isEqualTo("main");
        }
    }

    @Test
    void resultsThatWereLeftOverAreNotLearnedFromTwice() throws Exception {
        FreeStyleProject job = jenkins.createFreeStyleProject("stale");
        CreateFileBuilder report = new CreateFileBuilder("TEST-s.xml", Reports.xml("s.STest", 123.457, false));
        job.getBuildersList().add(report);
        JUnitResultArchiver archiver = new JUnitResultArchiver("TEST-*.xml");
        job.getPublishersList().add(archiver);
        jenkins.buildAndAssertSuccess(job);
        jenkins.buildAndAssertSuccess(job);

        assertThat(recorded("stale", 1).orElseThrow().tests()).hasSize(3);
        assertThat(recorded("stale", 2).orElseThrow().tests()).isEmpty();
    }

    @Test
    void jobsThatAreLeftOutLeaveNothing() throws Exception {
        MachineLearningConfiguration.get().setExcludeJobs("secret*");
        jenkins.buildAndAssertSuccess(jenkins.createFreeStyleProject("secret-app"));
        jenkins.buildAndAssertSuccess(jenkins.createFreeStyleProject("open-app"));

        assertThat(recorded("secret-app", 1)).isEmpty();
        assertThat(recorded("open-app", 1)).isPresent();
    }

    @Test
    void listenersHearOfRecordedBuildsAndMayFail() throws Exception {
        jenkins.buildAndAssertSuccess(jenkins.createFreeStyleProject("heard"));

        assertThat(recorded("heard", 1)).isPresent();
        assertThat(jenkins.jenkins.getExtensionList(Ear.class).get(0).heard).contains("heard#1 true SUCCESS");
    }

    /** Hears, then fails. */
    @TestExtension
    public static class Ear implements BuildRecordedListener {
        private final List<String> heard = new CopyOnWriteArrayList<>();

        @Override
        public void onRecorded(BuildRecord record, Run<?, ?> run, boolean isNew) {
            heard.add(record.build().id() + " " + isNew + " " + run.getResult());
            throw new IllegalStateException("on purpose");
        }
    }

    @Test
    void anotherPluginMayBringTestsAndChanges() throws Exception {
        jenkins.buildAndAssertSuccess(jenkins.createFreeStyleProject("brought"));

        BuildRecord record = recorded("brought", 1).orElseThrow();
        assertThat(record.tests()).singleElement().satisfies(test -> assertThat(test.outcome())
                .isEqualTo(Outcome.FLAKY));
        assertThat(record.changes()).singleElement().satisfies(change -> assertThat(change.toCommit())
                .isEqualTo("c2"));
    }

    /** Brings one test. */
    @TestExtension
    public static class Tests implements TestOutcomeSource {
        @Override
        public List<io.jenkins.plugins.mlci.shared.history.TestOutcome> outcomes(Run<?, ?> run) {
            if (!run.getParent().getName().equals("brought")) {
                return List.of();
            }
            return List.of(new io.jenkins.plugins.mlci.shared.history.TestOutcome(
                    io.jenkins.plugins.mlci.shared.history.TestId.ofClass("x.XTest"), Outcome.FLAKY, 1));
        }
    }

    /** Brings one change. */
    @TestExtension
    public static class Changes implements ChangeSource {
        @Override
        public List<io.jenkins.plugins.mlci.shared.history.ChangeSet> changes(Run<?, ?> run) {
            if (!run.getParent().getName().equals("brought")) {
                return List.of();
            }
            return List.of(new io.jenkins.plugins.mlci.shared.history.ChangeSet("c1", "c2", List.of(), List.of(), 1));
        }
    }
}
