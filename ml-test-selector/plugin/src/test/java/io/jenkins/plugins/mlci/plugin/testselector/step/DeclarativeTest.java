package io.jenkins.plugins.mlci.plugin.testselector.step;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.mlci.plugin.shared.collect.Collector;
import io.jenkins.plugins.mlci.plugin.testselector.Shop;
import io.jenkins.plugins.mlci.plugin.testselector.page.SelectionAction;
import java.nio.file.Path;
import java.time.Duration;
import org.jenkinsci.plugins.workflow.cps.CpsFlowDefinition;
import org.jenkinsci.plugins.workflow.job.WorkflowJob;
import org.jenkinsci.plugins.workflow.job.WorkflowRun;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.jvnet.hudson.test.JenkinsRule;
import org.jvnet.hudson.test.junit.jupiter.WithJenkins;

/** The steps in a Declarative Pipeline. */
@WithJenkins
class DeclarativeTest {
    @TempDir
    private Path folder;

    @Test
    void theAnswerIsUsedInAScriptBlock(JenkinsRule jenkins) throws Exception {
        WorkflowRun run = build(jenkins, """
                pipeline {
                  agent any
                  stages {
                    stage('Test') {
                      steps {
                        script {
                          def tests = mlSelectTests(runner: maven(), policy: fraction(0.1), mode: 'enforce')
                          echo "all=${tests.all} args=${tests.args}"
                        }
                      }
                    }
                  }
                }
                """);
        jenkins.assertLogContains("all=false args=", run);
        assertThat(run.getAction(SelectionAction.class).isAll()).isFalse();
    }

    @Test
    void theStepAloneWritesTheFilesAndResultsAreRecordedAfterwards(JenkinsRule jenkins) throws Exception {
        WorkflowRun run = build(jenkins, """
                pipeline {
                  agent any
                  stages {
                    stage('Select') {
                      steps {
                        mlSelectTests runner: maven(), policy: fraction(0.1), mode: 'enforce', mustRun: ['*Part17Test']
                      }
                    }
                    stage('Test') {
                      steps {
                        writeFile file: 'target/surefire-reports/TEST-shop.xml', text: '''%s'''
                      }
                    }
                  }
                  post {
                    always {
                      mlRecordTests()
                    }
                  }
                }
                """.formatted(Shop.report(3)));
        assertThat(Collector.get().await(Duration.ofSeconds(30))).isTrue();
        SelectionAction action = run.getAction(SelectionAction.class);
        assertThat(action.report().aftermath()).isNotNull();
        assertThat(action.report().aftermath().failed()).isEqualTo(1);
    }

    private WorkflowRun build(JenkinsRule jenkins, String script) throws Exception {
        Shop shop = Shop.create(folder);
        WorkflowJob job = jenkins.createProject(WorkflowJob.class, "shop");
        shop.remember(job);
        shop.checkOut(job, jenkins.jenkins);
        job.setDefinition(new CpsFlowDefinition(script, true));
        return jenkins.buildAndAssertSuccess(job);
    }
}
