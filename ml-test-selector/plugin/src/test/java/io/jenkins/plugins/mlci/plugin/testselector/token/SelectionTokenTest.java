package io.jenkins.plugins.mlci.plugin.testselector.token;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hudson.model.FreeStyleBuild;
import hudson.model.TaskListener;
import io.jenkins.plugins.mlci.plugin.testselector.Shop;
import io.jenkins.plugins.mlci.plugin.testselector.page.SelectionAction;
import java.nio.file.Path;
import org.jenkinsci.plugins.tokenmacro.MacroEvaluationException;
import org.jenkinsci.plugins.tokenmacro.TokenMacro;
import org.jenkinsci.plugins.workflow.cps.CpsFlowDefinition;
import org.jenkinsci.plugins.workflow.job.WorkflowJob;
import org.jenkinsci.plugins.workflow.job.WorkflowRun;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.jvnet.hudson.test.JenkinsRule;
import org.jvnet.hudson.test.junit.jupiter.WithJenkins;

@WithJenkins
class SelectionTokenTest {
    @TempDir
    private Path folder;

    @Test
    void aMailCanSayWhatWasSelected(JenkinsRule jenkins) throws Exception {
        Shop shop = Shop.create(folder);
        WorkflowJob job = jenkins.createProject(WorkflowJob.class, "shop");
        shop.remember(job);
        shop.checkOut(job, jenkins.jenkins);
        job.setDefinition(new CpsFlowDefinition(
                "node { mlSelectTests(runner: maven(), policy: fraction(0.1), mode: 'enforce') }", true));
        WorkflowRun run = jenkins.buildAndAssertSuccess(job);
        SelectionAction action = run.getAction(SelectionAction.class);
        assertThat(expand(run, "${ML_TEST_SELECTION}")).isEqualTo(action.getVerdict());
        assertThat(expand(run, "${ML_TEST_SELECTION, show=\"selected\"}/${ML_TEST_SELECTION, show=\"total\"}"))
                .isEqualTo(action.getSelected() + "/" + Shop.PARTS);
        assertThat(expand(run, "${ML_TEST_SELECTION, show=\"skipped\"}"))
                .isEqualTo(String.valueOf(Shop.PARTS - action.getSelected()));
        assertThat(expand(run, "${ML_TEST_SELECTION, show=\"savedSeconds\"}")).matches("[1-9][0-9]*");
        assertThat(expand(run, "[${ML_TEST_SELECTION, show=\"failed\"}]")).isEqualTo("[]");
        assertThat(expand(run, "[${ML_TEST_SELECTION, id=\"other\"}]")).isEqualTo("[]");
        assertThatThrownBy(() -> expand(run, "${ML_TEST_SELECTION, show=\"moon\"}"))
                .isInstanceOf(MacroEvaluationException.class)
                .rootCause()
                .hasMessageContaining("use one of verdict, why");
    }

    @Test
    void aBuildWithoutASelectionSaysNothing(JenkinsRule jenkins) throws Exception {
        FreeStyleBuild build = jenkins.buildAndAssertSuccess(jenkins.createFreeStyleProject());
        assertThat(TokenMacro.expandAll(build, TaskListener.NULL, "[${ML_TEST_SELECTION}]"))
                .isEqualTo("[]");
    }

    private static String expand(WorkflowRun run, String text) throws Exception {
        return TokenMacro.expandAll(run, null, TaskListener.NULL, text);
    }
}
