package io.jenkins.plugins.mlci.plugin.deploygate.service;

import static org.assertj.core.api.Assertions.assertThat;

import hudson.model.FreeStyleBuild;
import hudson.model.FreeStyleProject;
import io.jenkins.plugins.mlci.deploygate.change.DeploymentFacts;
import io.jenkins.plugins.mlci.plugin.deploygate.config.GateDefaults;
import io.jenkins.plugins.mlci.plugin.deploygate.record.DeploymentEntry;
import io.jenkins.plugins.mlci.plugin.shared.store.SharedHistory;
import io.jenkins.plugins.mlci.shared.history.DeploymentResult;
import java.time.Clock;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.jvnet.hudson.test.FakeChangeLogSCM;
import org.jvnet.hudson.test.JenkinsRule;
import org.jvnet.hudson.test.junit.jupiter.WithJenkins;

@WithJenkins
class BuildFactsTest {
    private static final Instant NOW = Instant.parse("2026-11-20T10:00:00Z");

    @Test
    void theChangesSinceTheLastGoodDeploymentCount(JenkinsRule jenkins) throws Exception {
        FreeStyleProject job = jenkins.createFreeStyleProject("shop");
        DeploymentService deployments = new DeploymentService(Clock.systemUTC());
        FreeStyleBuild first = build(jenkins, job, "a.txt", "Begin");
        DeploymentEntry good = deployments.started(first, "1", "prod", "1.0");
        deployments.ended(first, good, DeploymentResult.SUCCEEDED);
        FreeStyleBuild second = build(jenkins, job, "b.txt", "Add billing with password=geheim\nand a body");
        DeploymentEntry bad = deployments.started(second, "1", "prod", "2.0");
        deployments.ended(second, bad, DeploymentResult.FAILED);
        FreeStyleBuild third = build(jenkins, job, "c.txt", "Mend it");

        assertThat(facts(second, "prod").change().paths()).containsExactly("b.txt");
        assertThat(facts(second, "prod").change().text().title()).isEqualTo("Add billing with password=****");
        assertThat(facts(third, "prod").change().paths()).containsExactly("b.txt", "c.txt");
        assertThat(facts(third, "prod").change().text().title()).isEqualTo("Mend it");
        assertThat(facts(third, "stage").change().paths()).containsExactly("c.txt");
        assertThat(facts(third, "prod").change().authors()).isEmpty();
        assertThat(new BuildFacts(third, "prod", new GateDefaults())
                        .isRollback(SharedHistory.get().open(), "1.0", Instant.now()))
                .isFalse();
    }

    @Test
    void theAuthorCountsOnlyWhereAskedToAndAsAPseudonym(JenkinsRule jenkins) throws Exception {
        FreeStyleBuild build = build(jenkins, jenkins.createFreeStyleProject("shop"), "a.txt", "Begin");
        GateDefaults settings = new GateDefaults();
        settings.setUseAuthors(true);
        settings.setWithoutTitles(true);
        DeploymentFacts facts =
                new BuildFacts(build, "prod", settings).read(SharedHistory.get().open(), NOW);

        assertThat(facts.change().authors())
                .singleElement()
                .satisfies(author -> assertThat(author).isNotEmpty().doesNotContain("alice"));
        assertThat(facts.change().text().title()).isEmpty();
    }

    private static DeploymentFacts facts(FreeStyleBuild build, String environment) {
        return new BuildFacts(build, environment, new GateDefaults())
                .read(SharedHistory.get().open(), NOW);
    }

    private static FreeStyleBuild build(JenkinsRule jenkins, FreeStyleProject job, String path, String message)
            throws Exception {
        FakeChangeLogSCM scm = new FakeChangeLogSCM();
        scm.addChange().withAuthor("alice").withMsg(message).withPath(path);
        job.setScm(scm);
        return jenkins.buildAndAssertSuccess(job);
    }
}
