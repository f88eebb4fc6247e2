package io.jenkins.plugins.mlci.plugin.testselector.step;

import static org.assertj.core.api.Assertions.assertThat;

import hudson.model.Descriptor;
import io.jenkins.plugins.mlci.plugin.testselector.policy.AsConfigured;
import io.jenkins.plugins.mlci.plugin.testselector.policy.ConfidenceConfig;
import io.jenkins.plugins.mlci.plugin.testselector.policy.PolicyConfig;
import io.jenkins.plugins.mlci.plugin.testselector.policy.TimeConfig;
import io.jenkins.plugins.mlci.plugin.testselector.runner.CtestConfig;
import io.jenkins.plugins.mlci.plugin.testselector.runner.MavenConfig;
import io.jenkins.plugins.mlci.plugin.testselector.runner.RunnerConfig;
import io.jenkins.plugins.mlci.plugin.testselector.runner.TemplateConfig;
import io.jenkins.plugins.mlci.testselector.runner.TestRunner;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import jenkins.model.Jenkins;
import net.sf.json.JSONObject;
import org.htmlunit.HttpMethod;
import org.htmlunit.WebRequest;
import org.htmlunit.util.NameValuePair;
import org.jenkinsci.Symbol;
import org.jenkinsci.plugins.workflow.cps.Snippetizer;
import org.junit.jupiter.api.Test;
import org.jvnet.hudson.test.JenkinsRule;
import org.jvnet.hudson.test.junit.jupiter.WithJenkins;
import org.kohsuke.stapler.DataBoundSetter;

@WithJenkins
class SnippetTest {
    @Test
    void snippetsAreAsAPersonWouldWriteThem(JenkinsRule jenkins) {
        SelectTestsStep step = new SelectTestsStep(new MavenConfig());
        assertThat(Snippetizer.object2Groovy(step)).isEqualTo("mlSelectTests maven()");
        step.setPolicy(new ConfidenceConfig(0.9));
        step.setMode("enforce");
        step.setMustRun(List.of("*SmokeTest"));
        step.setShards(4);
        assertThat(Snippetizer.object2Groovy(step))
                .isEqualTo(
                        "mlSelectTests mode: 'enforce', mustRun: ['*SmokeTest'], policy: confidence(0.9), runner: maven(),"
                                + " shards: 4");
        CtestConfig ctest = new CtestConfig();
        ctest.setListFiles(true);
        assertThat(Snippetizer.object2Groovy(new SelectTestsStep(ctest))).contains("ctest(listFiles: true)");
        SelectTestsStep own = new SelectTestsStep(new TemplateConfig("--skip %s"));
        own.setPolicy(new TimeConfig("10m"));
        assertThat(Snippetizer.object2Groovy(own)).contains("template('--skip %s')", "time('10m')");
        assertThat(Snippetizer.object2Groovy(new RecordTestsStep())).isEqualTo("mlRecordTests()");
    }

    @Test
    void theSnippetGeneratorWritesNoPolicyThatNobodyChose(JenkinsRule jenkins) throws Exception {
        assertThat(new SelectTestsStep.DescriptorImpl().getDefaultPolicy()).isInstanceOf(AsConfigured.class);
        JSONObject form = new JSONObject()
                .accumulate("stapler-class", SelectTestsStep.class.getName())
                .accumulate("$class", SelectTestsStep.class.getName())
                .accumulate("runner", choice(MavenConfig.class))
                .accumulate("policy", choice(AsConfigured.class));
        assertThat(generate(jenkins, form)).isEqualTo("mlSelectTests maven()");
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
    void thePipelineSyntaxPageRendersBothSteps(JenkinsRule jenkins) throws Exception {
        String page = jenkins.createWebClient()
                .goTo("pipeline-syntax/")
                .getWebResponse()
                .getContentAsString();
        assertThat(page).contains("mlSelectTests: Select the tests", "mlRecordTests: Record how the tests ended");
    }

    @Test
    void everyRunnerOfTheEngineCanBeNamed(JenkinsRule jenkins) {
        List<String> symbols = new ArrayList<>();
        for (Descriptor<RunnerConfig> descriptor : Jenkins.get().getDescriptorList(RunnerConfig.class)) {
            symbols.addAll(
                    List.of(descriptor.getClass().getAnnotation(Symbol.class).value()));
            assertThat(hasHelp(descriptor.clazz, "help"))
                    .as("help of %s", descriptor.getDisplayName())
                    .isTrue();
        }
        assertThat(symbols)
                .containsAll(TestRunner.all().stream().map(TestRunner::name).toList())
                .contains("template");
    }

    @Test
    void everyFieldHasHelp(JenkinsRule jenkins) {
        Stream.of(
                        Jenkins.get().getDescriptorOrDie(SelectTestsStep.class),
                        Jenkins.get().getDescriptorOrDie(RecordTestsStep.class),
                        Jenkins.get().getDescriptorOrDie(CtestConfig.class),
                        Jenkins.get().getDescriptorOrDie(TemplateConfig.class),
                        Jenkins.get().getDescriptorOrDie(MavenConfig.class))
                .forEach(SnippetTest::assertHelp);
        for (Descriptor<PolicyConfig> policy : Jenkins.get().getDescriptorList(PolicyConfig.class)) {
            assertThat(hasHelp(policy.clazz, "help")).isTrue();
            assertHelp(policy);
        }
    }

    private static void assertHelp(Descriptor<?> descriptor) {
        for (Method method : descriptor.clazz.getMethods()) {
            if (method.isAnnotationPresent(DataBoundSetter.class)) {
                String field = method.getName().substring(3, 4).toLowerCase(java.util.Locale.ROOT)
                        + method.getName().substring(4);
                assertThat(hasHelp(descriptor.clazz, "help-" + field))
                        .as("help of %s", field)
                        .isTrue();
            }
        }
    }

    /** Help belongs to a class or to one that it extends. */
    private static boolean hasHelp(Class<?> type, String name) {
        for (Class<?> current = type; current != null; current = current.getSuperclass()) {
            if (current.getResource(current.getSimpleName() + "/" + name + ".html") != null) {
                return true;
            }
        }
        return false;
    }
}
