package io.jenkins.plugins.mlci.plugin.logscan.step;

import hudson.model.Result;
import org.jenkinsci.plugins.workflow.cps.CpsFlowDefinition;
import org.jenkinsci.plugins.workflow.job.WorkflowJob;
import org.jenkinsci.plugins.workflow.job.WorkflowRun;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.jvnet.hudson.test.JenkinsRule;
import org.jvnet.hudson.test.junit.jupiter.WithJenkins;

@WithJenkins
class TransientFailureConditionTest {
    private JenkinsRule jenkins;
    private WorkflowJob job;

    @BeforeEach
    void createJob(JenkinsRule rule) throws Exception {
        jenkins = rule;
        job = rule.createProject(WorkflowJob.class, "shop");
    }

    @Test
    void aNetworkFailureIsTriedAgain() throws Exception {
        WorkflowRun run = build("""
                def tries = 0
                node {
                  retry(count: 2, conditions: [mlTransientFailure()]) {
                    tries++
                    if (tries == 1) {
                      sh 'set +x; echo "Downloading the toolchain"; echo "curl: (7) Failed to connect to repo.example.org port 443 after 2 ms: Connection refused"; exit 7'
                    }
                  }
                }
                echo "tries=${tries}"
                """);
        jenkins.assertBuildStatus(Result.SUCCESS, run);
        jenkins.assertLogContains("probably transient", run);
        jenkins.assertLogContains("tries=2", run);
    }

    @Test
    void aCompileErrorIsNotTriedAgain() throws Exception {
        WorkflowRun run = build("""
                def tries = 0
                try {
                  retry(count: 3, conditions: [mlTransientFailure()]) {
                    tries++
                    error '[ERROR] /shop/src/main/java/OrderService.java:[118,20] cannot find symbol: variable total'
                  }
                } finally {
                  echo "tries=${tries}"
                }
                """);
        jenkins.assertBuildStatus(Result.FAILURE, run);
        jenkins.assertLogContains("not likely to help", run);
        jenkins.assertLogContains("tries=1", run);
    }

    private WorkflowRun build(String script) throws Exception {
        job.setDefinition(new CpsFlowDefinition(script, true));
        return job.scheduleBuild2(0).get();
    }
}
