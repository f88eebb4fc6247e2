package io.jenkins.plugins.mlci.plugin.deploygate.page;

import static org.assertj.core.api.Assertions.assertThat;

import hudson.model.FreeStyleBuild;
import hudson.model.TaskListener;
import io.jenkins.plugins.mlci.deploygate.policy.Verdict;
import io.jenkins.plugins.mlci.plugin.deploygate.record.GateState;
import org.jenkinsci.plugins.tokenmacro.TokenMacro;
import org.junit.jupiter.api.Test;
import org.jvnet.hudson.test.JenkinsRule;
import org.jvnet.hudson.test.junit.jupiter.WithJenkins;

@WithJenkins
class RiskTokenMacroTest {
    @Test
    void saysWhatTheGateSaid(JenkinsRule jenkins) throws Exception {
        FreeStyleBuild build = jenkins.buildAndAssertSuccess(jenkins.createFreeStyleProject("shop"));
        assertThat(expand(build, "[${ML_DEPLOY_RISK}]")).isEqualTo("[]");
        Story.gate(build, "test", Verdict.PROCEED, GateState.PASSED, "small");
        Story.gate(build, "prod", Verdict.CANARY, GateState.ADVISED, "large");
        assertThat(expand(build, "${ML_DEPLOY_RISK}")).startsWith("Deployment risk to prod: 18 %");
        assertThat(expand(build, "${ML_DEPLOY_RISK, environment=\"test\"}"))
                .startsWith("Deployment risk to test: 18 %");
    }

    private static String expand(FreeStyleBuild build, String text) throws Exception {
        return TokenMacro.expandAll(build, TaskListener.NULL, text);
    }
}
