package io.jenkins.plugins.mlci.plugin.deploygate.step;

import static io.jenkins.plugins.mlci.plugin.deploygate.Pipelines.job;
import static io.jenkins.plugins.mlci.plugin.deploygate.Pipelines.run;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.util.concurrent.Futures;
import com.google.common.util.concurrent.ListenableFuture;
import hudson.model.Result;
import hudson.model.Run;
import hudson.model.TaskListener;
import hudson.util.StreamTaskListener;
import io.jenkins.plugins.mlci.plugin.deploygate.record.DeploymentAction;
import io.jenkins.plugins.mlci.plugin.deploygate.record.DeploymentEntry;
import io.jenkins.plugins.mlci.plugin.shared.store.SharedHistory;
import io.jenkins.plugins.mlci.shared.history.DeploymentOutcome;
import io.jenkins.plugins.mlci.shared.history.DeploymentResult;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jenkinsci.plugins.workflow.graph.FlowNode;
import org.jenkinsci.plugins.workflow.job.WorkflowRun;
import org.jenkinsci.plugins.workflow.steps.BodyExecution;
import org.jenkinsci.plugins.workflow.steps.BodyExecutionCallback;
import org.jenkinsci.plugins.workflow.steps.BodyInvoker;
import org.jenkinsci.plugins.workflow.steps.StepContext;
import org.junit.jupiter.api.Test;
import org.jvnet.hudson.test.JenkinsRule;
import org.jvnet.hudson.test.junit.jupiter.WithJenkins;

/** What the step does when Jenkins was killed in the moments in which it records. */
@WithJenkins
class ResumedDeploymentTest {
    @Test
    void killedBeforeTheBlockBeganItRunsItAndKeepsOneDeployment(JenkinsRule jenkins) throws Exception {
        Context context = new Context(run(jenkins, job(jenkins, "shop", "echo 'hello'"), Result.SUCCESS));
        DeploymentExecution killed = new DeploymentExecution(context, new DeploymentStep("prod"));
        killed.start();
        assertThat(context.next()).isEqualTo("block");

        DeploymentExecution resumed = new DeploymentExecution(context, new DeploymentStep("prod"));
        resumed.onResume();
        assertThat(context.next()).isEqualTo("block");
        context.block.onStart(context);
        context.block.onSuccess(context, "returned");
        assertThat(context.next()).isEqualTo("returned");

        assertThat(DeploymentAction.entries(context.run))
                .singleElement()
                .extracting(DeploymentEntry::getResult)
                .isEqualTo("succeeded");
        assertThat(SharedHistory.get().open().deployments().outcomes("shop#1@prod"))
                .extracting(DeploymentOutcome::result)
                .containsExactly(DeploymentResult.SUCCEEDED);
    }

    @Test
    void killedWhileTheEndWasRecordedItIsRecordedAfterwards(JenkinsRule jenkins) throws Exception {
        Context context = new Context(run(jenkins, job(jenkins, "shop", "echo 'hello'"), Result.SUCCESS));
        DeploymentExecution step = new DeploymentExecution(context, new DeploymentStep("prod"));
        step.start();
        assertThat(context.next()).isEqualTo("block");
        context.block.onStart(context);
        step.onResume();
        context.block.onFailure(context, new IllegalArgumentException("no space"));
        assertThat(context.next()).isEqualTo("no space");

        step.onResume();
        assertThat(context.next()).isEqualTo("no space");
        assertThat(SharedHistory.get().open().deployments().outcomes("shop#1@prod"))
                .extracting(DeploymentOutcome::result)
                .containsExactly(DeploymentResult.FAILED);
    }

    /** A step of a build that is over, which writes down what happens to it. */
    private static final class Context extends StepContext {
        private static final long serialVersionUID = 1L;

        private final transient WorkflowRun run;
        private final transient BlockingQueue<String> heard = new LinkedBlockingQueue<>();
        private transient volatile BodyExecutionCallback block;

        Context(WorkflowRun run) {
            this.run = run;
        }

        String next() throws InterruptedException {
            return heard.poll(60, TimeUnit.SECONDS);
        }

        @Override
        public <T> T get(Class<T> key) throws java.io.IOException {
            if (key == Run.class) {
                return key.cast(run);
            }
            return key.cast(
                    key == TaskListener.class
                            ? StreamTaskListener.fromStderr()
                            : key == FlowNode.class ? run.getExecution().getNode("3") : null);
        }

        @Override
        public void onSuccess(Object result) {
            heard.add(String.valueOf(result));
        }

        @Override
        public void onFailure(Throwable failure) {
            heard.add(String.valueOf(failure.getMessage()));
        }

        @Override
        public boolean isReady() {
            return true;
        }

        @Override
        public ListenableFuture<Void> saveState() {
            return Futures.immediateFuture(null);
        }

        @Override
        public void setResult(Result result) {
            heard.add(result.toString());
        }

        @Override
        public boolean hasBody() {
            return true;
        }

        @Override
        public BodyInvoker newBodyInvoker() {
            return new BodyInvoker() {
                @Override
                public BodyInvoker withContext(Object override) {
                    return this;
                }

                @Override
                public BodyInvoker withDisplayName(String name) {
                    return this;
                }

                @Override
                public BodyInvoker withCallback(BodyExecutionCallback callback) {
                    block = callback;
                    return this;
                }

                @Override
                public BodyExecution start() {
                    heard.add("block");
                    return null;
                }
            };
        }

        @Override
        public boolean equals(Object other) {
            return this == other;
        }

        @Override
        public int hashCode() {
            return System.identityHashCode(this);
        }
    }
}
