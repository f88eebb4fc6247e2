package io.jenkins.plugins.mlci.plugin.deploygate.step;

import static org.assertj.core.api.Assertions.assertThat;

import hudson.model.Descriptor;
import io.jenkins.plugins.mlci.plugin.deploygate.config.EnvironmentSettings;
import io.jenkins.plugins.mlci.plugin.deploygate.config.GateDefaults;
import io.jenkins.plugins.mlci.plugin.deploygate.policy.CostPolicyConfig;
import io.jenkins.plugins.mlci.plugin.deploygate.policy.FixedPolicyConfig;
import io.jenkins.plugins.mlci.plugin.deploygate.policy.GeneralPolicyConfig;
import java.lang.reflect.Constructor;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import jenkins.model.Jenkins;
import net.sf.json.JSONObject;
import org.htmlunit.HttpMethod;
import org.htmlunit.WebRequest;
import org.htmlunit.util.NameValuePair;
import org.jenkinsci.plugins.workflow.cps.Snippetizer;
import org.junit.jupiter.api.Test;
import org.jvnet.hudson.test.JenkinsRule;
import org.jvnet.hudson.test.junit.jupiter.WithJenkins;
import org.kohsuke.stapler.ClassDescriptor;
import org.kohsuke.stapler.DataBoundConstructor;
import org.kohsuke.stapler.DataBoundSetter;

@WithJenkins
class SnippetTest {
    @Test
    void snippetsAreAsAPersonWouldWriteThem(JenkinsRule jenkins) {
        GateStep gate = new GateStep("prod");
        assertThat(Snippetizer.object2Groovy(gate)).isEqualTo("mlDeployGate 'prod'");
        gate.setPolicy(new CostPolicyConfig(200, 5));
        gate.setMode("enforce");
        gate.setApprovers(2);
        gate.setTimeout("12h");
        gate.setExcludeStarter(true);
        assertThat(Snippetizer.object2Groovy(gate))
                .isEqualTo("mlDeployGate approvers: 2, environment: 'prod', excludeStarter: true, mode: 'enforce',"
                        + " policy: cost(delay: 5.0, failure: 200.0), timeout: '12h'");
        FixedPolicyConfig fixed = new FixedPolicyConfig();
        fixed.setBlock(0.3);
        gate = new GateStep("prod");
        gate.setPolicy(fixed);
        assertThat(Snippetizer.object2Groovy(gate))
                .isEqualTo("mlDeployGate environment: 'prod', policy: fixed(block: 0.3)");

        DeploymentStep deployment = new DeploymentStep("prod");
        assertThat(Snippetizer.object2Groovy(deployment)).startsWith("mlDeployment('prod') {");
        OutcomeStep outcome = new OutcomeStep();
        outcome.setEnvironment("prod");
        outcome.setResult("rolled-back");
        assertThat(Snippetizer.object2Groovy(outcome))
                .isEqualTo("mlRecordOutcome environment: 'prod', result: 'rolled-back'");
    }

    @Test
    void theSnippetGeneratorWritesNoPolicyThatNobodyChose(JenkinsRule jenkins) throws Exception {
        assertThat(new GateStep.DescriptorImpl().getDefaultPolicy()).isInstanceOf(GeneralPolicyConfig.class);
        JSONObject form = new JSONObject()
                .accumulate("stapler-class", GateStep.class.getName())
                .accumulate("$class", GateStep.class.getName())
                .accumulate("environment", "prod")
                .accumulate("policy", choice(GeneralPolicyConfig.class));
        assertThat(generate(jenkins, form)).isEqualTo("mlDeployGate 'prod'");
    }

    private static JSONObject choice(Class<?> type) {
        return new JSONObject().accumulate("stapler-class", type.getName()).accumulate("$class", type.getName());
    }

    private static String generate(JenkinsRule jenkins, JSONObject form) throws Exception {
        JenkinsRule.WebClient client = jenkins.createWebClient();
        WebRequest request =
                new WebRequest(client.createCrumbedUrl("pipeline-syntax/generateSnippet"), HttpMethod.POST);
        request.setRequestParameters(List.of(new NameValuePair("json", form.toString())));
        return client.getPage(request).getWebResponse().getContentAsString().strip();
    }

    @Test
    void thePipelineSyntaxPageRendersTheSteps(JenkinsRule jenkins) throws Exception {
        String page = jenkins.createWebClient()
                .goTo("pipeline-syntax/")
                .getWebResponse()
                .getContentAsString();
        assertThat(page).contains("mlDeployGate: Say how", "mlDeployment: Record a", "mlRecordOutcome: Record what");
    }

    @Test
    void everyFieldHasHelp(JenkinsRule jenkins) {
        Stream.of(
                        GateStep.class,
                        DeploymentStep.class,
                        OutcomeStep.class,
                        CostPolicyConfig.class,
                        FixedPolicyConfig.class,
                        GateDefaults.class,
                        EnvironmentSettings.class)
                .forEach(type -> {
                    Descriptor<?> descriptor =
                            Jenkins.get().getDescriptorOrDie(type.asSubclass(hudson.model.Describable.class));
                    assertThat(descriptor.clazz).isEqualTo(type);
                    assertThat(type.getResource(type.getSimpleName() + "/help.html"))
                            .as("help of %s", type)
                            .isNotNull();
                    for (String field : fields(type)) {
                        assertThat(type.getResource(type.getSimpleName() + "/help-" + field + ".html"))
                                .as("help of %s.%s", type.getSimpleName(), field)
                                .isNotNull();
                    }
                });
    }

    private static List<String> fields(Class<?> type) {
        List<String> fields = new ArrayList<>();
        for (Method method : type.getMethods()) {
            if (method.isAnnotationPresent(DataBoundSetter.class)) {
                fields.add(method.getName().substring(3, 4).toLowerCase(Locale.ROOT)
                        + method.getName().substring(4));
            }
        }
        for (Constructor<?> constructor : type.getConstructors()) {
            if (constructor.isAnnotationPresent(DataBoundConstructor.class)) {
                fields.addAll(List.of(ClassDescriptor.loadParameterNames(constructor)));
            }
        }
        assertThat(fields).isNotEmpty();
        return fields;
    }
}
