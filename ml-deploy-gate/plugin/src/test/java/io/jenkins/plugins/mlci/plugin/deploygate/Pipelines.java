package io.jenkins.plugins.mlci.plugin.deploygate;

import static org.assertj.core.api.Assertions.assertThat;

import hudson.model.Cause;
import hudson.model.CauseAction;
import hudson.model.Result;
import hudson.model.User;
import hudson.security.ACL;
import hudson.security.ACLContext;
import io.jenkins.plugins.mlci.plugin.deploygate.approve.Decide;
import io.jenkins.plugins.mlci.plugin.deploygate.approve.GateQueue;
import io.jenkins.plugins.mlci.plugin.deploygate.record.GateAction;
import io.jenkins.plugins.mlci.plugin.deploygate.record.GateEntry;
import java.time.Duration;
import org.jenkinsci.plugins.workflow.cps.CpsFlowDefinition;
import org.jenkinsci.plugins.workflow.job.WorkflowJob;
import org.jenkinsci.plugins.workflow.job.WorkflowRun;
import org.jvnet.hudson.test.JenkinsRule;

/** Pipelines that deploy, and people who decide. */
public final class Pipelines {
    private Pipelines() {}

    /** A gate whose verdict binds and is always the one named: {@code approve} or {@code block} or {@code canary}. */
    public static String enforced(String verdict, String more) {
        return "mlDeployGate(environment: 'prod', mode: 'enforce', enforceUnproven: true, policy: fixed(" + verdict
                + ": 0.000001)" + more + ")";
    }

    /** A job with this script in the sandbox. */
    public static WorkflowJob job(JenkinsRule jenkins, String name, String script) throws Exception {
        WorkflowJob job = jenkins.createProject(WorkflowJob.class, name);
        return script(job, script);
    }

    /** Gives a job another script. */
    public static WorkflowJob script(WorkflowJob job, String script) throws Exception {
        job.setDefinition(new CpsFlowDefinition(script, true));
        return job;
    }

    /** Runs a job to its end. */
    public static WorkflowRun run(JenkinsRule jenkins, WorkflowJob job, Result expected) throws Exception {
        return jenkins.assertBuildStatus(expected, job.scheduleBuild2(0));
    }

    /** Starts a job as a user, and returns when its gate waits for people and the console says so in this line. */
    public static WorkflowRun startAs(JenkinsRule jenkins, WorkflowJob job, String user, String line) throws Exception {
        WorkflowRun run = job.scheduleBuild2(0, new CauseAction(new Cause.UserIdCause(user)))
                .waitForStart();
        jenkins.waitForMessage(line, run);
        // The console says so a moment before the gate is in the queue.
        assertThat(GateQueue.get().await(run, Duration.ofSeconds(60))).isTrue();
        return run;
    }

    /** The first gate of a build. */
    public static GateEntry gate(WorkflowRun run) {
        return GateAction.entries(run).get(0);
    }

    /** What a person does. */
    @FunctionalInterface
    public interface Decision {
        void about(Decide gate) throws Exception;
    }

    /** Lets a person decide about the first gate. */
    public static void as(String user, WorkflowRun run, Decision decision) throws Exception {
        try (ACLContext ignored = ACL.as2(User.getById(user, true).impersonate2())) {
            decision.about(new Decide(run, gate(run)));
        }
    }
}
