package io.jenkins.plugins.mlci.plugin.testselector.step;

import static org.assertj.core.api.Assertions.assertThat;

import hudson.Functions;
import hudson.model.FreeStyleBuild;
import hudson.model.FreeStyleProject;
import hudson.tasks.BatchFile;
import hudson.tasks.Builder;
import hudson.tasks.Shell;
import io.jenkins.plugins.mlci.plugin.shared.collect.Collector;
import io.jenkins.plugins.mlci.plugin.testselector.Shop;
import io.jenkins.plugins.mlci.plugin.testselector.page.SelectionAction;
import io.jenkins.plugins.mlci.plugin.testselector.policy.FractionConfig;
import io.jenkins.plugins.mlci.plugin.testselector.policy.TimeConfig;
import io.jenkins.plugins.mlci.plugin.testselector.runner.CtestConfig;
import io.jenkins.plugins.mlci.plugin.testselector.runner.MavenConfig;
import io.jenkins.plugins.mlci.plugin.testselector.runner.TemplateConfig;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.jvnet.hudson.test.JenkinsRule;
import org.jvnet.hudson.test.junit.jupiter.WithJenkins;

@WithJenkins
class FreestyleTest {
    @TempDir
    private Path folder;

    @Test
    void laterStepsFindTheArguments(JenkinsRule jenkins) throws Exception {
        Shop shop = Shop.create(folder);
        FreeStyleProject job = jenkins.createFreeStyleProject("shop");
        shop.remember(job);
        shop.checkOut(job, jenkins.jenkins);
        SelectTestsStep step = new SelectTestsStep(new MavenConfig());
        step.setPolicy(new FractionConfig(0.2));
        step.setMode("enforce");
        job.getBuildersList().add(new SelectTestsBuilder(step));
        job.getBuildersList().add(echo("all is %s and args are %s"));
        job.getPublishersList().add(new RecordTestsPublisher(new RecordTestsStep()));
        FreeStyleBuild build = jenkins.buildAndAssertSuccess(job);
        assertThat(JenkinsRule.getLog(build)).containsPattern("all is false and args are '?-Dsurefire.excludesFile=");
        jenkins.assertLogContains("Recorded 0 tests", build);
        assertThat(build.getAction(SelectionAction.class).getSelected()).isBetween(4, 8);
        assertThat(Collector.get().await(Duration.ofSeconds(30))).isTrue();
        assertThat(jenkins.createWebClient().getPage(build).asNormalizedText()).contains("Tests selected: ");
    }

    @Test
    void theFormKeepsEveryOption(JenkinsRule jenkins) throws Exception {
        SelectTestsStep step = new SelectTestsStep(new MavenConfig());
        step.setPolicy(new FractionConfig(0.25));
        step.setMode("observe");
        step.setMustRun(List.of("*SmokeTest", "a.B#c"));
        step.setForceAllOn(List.of("db/**"));
        step.setFullEvery(7);
        step.setReference("v1");
        step.setTargetBranch("develop");
        step.setShards(3);
        step.setMaxShards(9);
        step.setShardTime("2m");
        step.setShard(2);
        step.setId("it");
        step.setFolder("out");
        SelectTestsBuilder after = roundTrip(jenkins, new SelectTestsBuilder(step));
        jenkins.assertEqualDataBoundBeans(step, after.getSelection());
        assertThat(after.getSelection().getMustRun()).containsExactly("*SmokeTest", "a.B#c");
        assertThat(after.getSelection().getShard()).isEqualTo(2);
    }

    @Test
    void theFormKeepsEveryRunnerAndPolicy(JenkinsRule jenkins) throws Exception {
        TemplateConfig template = new TemplateConfig("--skip %s");
        template.setSeparator(",");
        template.setInclude(true);
        SelectTestsStep step = new SelectTestsStep(template);
        step.setPolicy(new TimeConfig("10m"));
        jenkins.assertEqualDataBoundBeans(
                step, roundTrip(jenkins, new SelectTestsBuilder(step)).getSelection());
        CtestConfig ctest = new CtestConfig();
        ctest.setListFiles(true);
        SelectTestsStep other = new SelectTestsStep(ctest);
        other.setPolicy(new FractionConfig(0.5));
        jenkins.assertEqualDataBoundBeans(
                other, roundTrip(jenkins, new SelectTestsBuilder(other)).getSelection());
    }

    @Test
    void theFormKeepsWhatIsRecorded(JenkinsRule jenkins) throws Exception {
        RecordTestsStep reports = new RecordTestsStep();
        reports.setPattern("out/*.xml");
        reports.setLevel("class");
        RecordTestsPublisher before = new RecordTestsPublisher(reports);
        jenkins.assertEqualDataBoundBeans(
                reports, jenkins.configRoundtrip(before).getReports());
    }

    private static SelectTestsBuilder roundTrip(JenkinsRule jenkins, SelectTestsBuilder builder) throws Exception {
        return jenkins.configRoundtrip(builder);
    }

    private static Builder echo(String format) {
        return Functions.isWindows()
                ? new BatchFile("echo " + String.format(format, "%ML_TEST_ALL%", "%ML_TEST_ARGS%"))
                : new Shell("echo " + String.format(format, "$ML_TEST_ALL", "$ML_TEST_ARGS"));
    }
}
