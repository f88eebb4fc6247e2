package io.jenkins.plugins.mlci.plugin.testselector.step;

import static org.assertj.core.api.Assertions.assertThat;

import hudson.model.Label;
import hudson.model.Result;
import hudson.slaves.DumbSlave;
import hudson.slaves.OfflineCause;
import io.jenkins.plugins.mlci.plugin.testselector.Shop;
import io.jenkins.plugins.mlci.plugin.testselector.page.SelectionAction;
import java.nio.file.Path;
import org.jenkinsci.plugins.workflow.cps.CpsFlowDefinition;
import org.jenkinsci.plugins.workflow.job.WorkflowJob;
import org.jenkinsci.plugins.workflow.job.WorkflowRun;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.jvnet.hudson.test.JenkinsRule;
import org.jvnet.hudson.test.junit.jupiter.JenkinsSessionExtension;

class RestartTest {
    @RegisterExtension
    private final JenkinsSessionExtension sessions = new JenkinsSessionExtension();

    @TempDir
    private Path folder;

    @Test
    void theAnswerSurvivesARestart() throws Throwable {
        Shop shop = Shop.create(folder);
        sessions.then(jenkins -> {
            WorkflowJob job = jenkins.createProject(WorkflowJob.class, "shop");
            shop.remember(job);
            shop.checkOut(job, jenkins.jenkins);
            job.setDefinition(new CpsFlowDefinition("""
                    node {
                      def t = mlSelectTests(runner: maven(), policy: fraction(0.2), mode: 'enforce')
                      echo 'selected'
                      sleep 5
                      echo "after: ${t.args} ${t.selected} ${t.shards[0].excludesFile}"
                    }
                    """, true));
            WorkflowRun run = job.scheduleBuild2(0).waitForStart();
            jenkins.waitForMessage("selected\n", run);
        });
        sessions.then(jenkins -> {
            WorkflowRun run = last(jenkins);
            jenkins.assertBuildStatus(Result.SUCCESS, jenkins.waitForCompletion(run));
            assertThat(JenkinsRule.getLog(run)).containsPattern("after: '?-Dsurefire.excludesFile=");
            assertThat(run.getAction(SelectionAction.class).report().tests()).hasSize(Shop.PARTS);
        });
    }

    @Test
    void aRestartInTheMiddleOfTheStepBeginsItAgain() throws Throwable {
        Shop shop = Shop.create(folder);
        sessions.then(jenkins -> {
            DumbSlave agent = jenkins.createOnlineSlave(Label.get("far"));
            WorkflowJob job = jenkins.createProject(WorkflowJob.class, "shop");
            shop.remember(job);
            shop.checkOut(job, agent);
            job.setDefinition(new CpsFlowDefinition("""
                    node('far') {
                      echo 'here'
                      sleep 15
                      def t = mlSelectTests(runner: maven(), policy: fraction(0.2), mode: 'enforce')
                      echo "all=${t.all}"
                    }
                    """, true));
            WorkflowRun run = job.scheduleBuild2(0).waitForStart();
            jenkins.waitForMessage("here\n", run);
            // Without its agent the step waits.
            agent.toComputer()
                    .disconnect(new OfflineCause.UserCause(null, "test"))
                    .get();
            jenkins.waitForMessage("mlSelectTests", run);
            assertThat(run.isBuilding()).isTrue();
            jenkins.assertLogNotContains("all=", run);
        });
        sessions.then(jenkins -> {
            jenkins.jenkins.getNode("slave0").toComputer().connect(false);
            WorkflowRun run = last(jenkins);
            jenkins.assertBuildStatus(Result.SUCCESS, jenkins.waitForCompletion(run));
            jenkins.assertLogContains("all=false", run);
            assertThat(run.getActions(SelectionAction.class)).hasSize(1);
        });
    }

    private static WorkflowRun last(JenkinsRule jenkins) {
        return jenkins.jenkins.getItemByFullName("shop", WorkflowJob.class).getLastBuild();
    }
}
