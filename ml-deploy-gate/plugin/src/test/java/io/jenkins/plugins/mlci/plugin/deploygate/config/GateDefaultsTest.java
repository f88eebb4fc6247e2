package io.jenkins.plugins.mlci.plugin.deploygate.config;

import static org.assertj.core.api.Assertions.assertThat;

import hudson.util.FormValidation;
import io.jenkins.plugins.casc.ConfigurationContext;
import io.jenkins.plugins.casc.ConfiguratorRegistry;
import io.jenkins.plugins.casc.misc.ConfiguredWithCode;
import io.jenkins.plugins.casc.misc.JenkinsConfiguredWithCodeRule;
import io.jenkins.plugins.casc.misc.Util;
import io.jenkins.plugins.casc.misc.junit.jupiter.WithJenkinsConfiguredWithCode;
import io.jenkins.plugins.mlci.plugin.deploygate.policy.CostPolicyConfig;
import io.jenkins.plugins.mlci.plugin.shared.config.MachineLearningConfiguration;
import java.time.ZoneId;
import java.util.List;
import jenkins.model.Jenkins;
import org.junit.jupiter.api.Test;
import org.jvnet.hudson.test.JenkinsRule;

@WithJenkinsConfiguredWithCode
class GateDefaultsTest {
    @Test
    @ConfiguredWithCode("gate.yml")
    void theSettingsComeFromCodeAndGoBackToCode(JenkinsConfiguredWithCodeRule jenkins) throws Exception {
        assertGate();
        ConfigurationContext context = new ConfigurationContext(ConfiguratorRegistry.get());
        String exported = Util.toYamlString(Util.getUnclassifiedRoot(context)
                .get("machineLearning")
                .asMapping()
                .get("capabilities"));
        assertThat(exported)
                .contains(
                        "deployGate:",
                        "failure: \"200.0\"",
                        "delay: \"5.0\"",
                        "approve: \"0.1\"",
                        "useAuthors: true",
                        "skipPublishingChecks: true")
                .contains("Sat-Sun 00:00 to 00:00 UTC", "enforce", "prod")
                .doesNotContain("FAILED TO EXPORT");
    }

    @Test
    @ConfiguredWithCode("gate.yml")
    void savingTheFormChangesNothing(JenkinsConfiguredWithCodeRule jenkins) throws Exception {
        try (JenkinsRule.WebClient browser = jenkins.createWebClient()) {
            // A script of Jenkins' own pages is beyond the browser of the tests.
            browser.getOptions().setThrowExceptionOnScriptError(false);
            jenkins.submit(browser.goTo("manage/configure").getFormByName("config"));
        }
        assertGate();
    }

    @Test
    void badValuesAreRefusedOnTheForm(JenkinsConfiguredWithCodeRule jenkins) {
        GateDefaults.DescriptorImpl descriptor = Jenkins.get().getDescriptorByType(GateDefaults.DescriptorImpl.class);
        assertThat(descriptor.doCheckFreezes("Fri 16:00 to 23:59 UTC\n# holidays").kind)
                .isEqualTo(FormValidation.Kind.OK);
        assertThat(descriptor.doCheckFreezes("Friday afternoon").getMessage()).contains("is no freeze window");
        assertThat(descriptor.doCheckZone("Mars/Olympus").kind).isEqualTo(FormValidation.Kind.ERROR);
        assertThat(Jenkins.get()
                        .getDescriptorByType(CostPolicyConfig.DescriptorImpl.class)
                        .doCheckFailure(null, "-1", "1")
                        .kind)
                .isEqualTo(FormValidation.Kind.ERROR);
    }

    @Test
    void whoeverChangesNothingGetsAdvice(JenkinsConfiguredWithCodeRule jenkins) {
        assertThat(MachineLearningConfiguration.get().defaults(GateDefaults.class))
                .isEmpty();
        assertThat(GateDefaults.get().isUseAuthors()).isFalse();
        assertThat(GateDefaults.get().isSkipPublishingChecks()).isFalse();
        assertThat(GateDefaults.usualPolicy().text()).isEqualTo("cost(failure: 10, delay: 1)");
    }

    private static void assertGate() {
        GateDefaults gate = GateDefaults.get();
        assertThat(gate.getPolicy().text()).isEqualTo("cost(failure: 200, delay: 5)");
        assertThat(gate.getMode()).isEqualTo("advise");
        assertThat(gate.zoneId()).isEqualTo(ZoneId.of("Europe/Berlin"));
        assertThat(gate.isUseAuthors()).isTrue();
        assertThat(gate.isWithoutTitles()).isFalse();
        assertThat(gate.isSkipPublishingChecks()).isTrue();
        assertThat(gate.getEnvironments())
                .extracting(EnvironmentSettings::getName)
                .isEqualTo(List.of("prod", "test"));
        EnvironmentSettings prod = gate.environment("prod").orElseThrow();
        assertThat(prod.getMode()).isEqualTo("enforce");
        assertThat(prod.getPolicy().text()).isEqualTo("fixed(canary: 0.05, approve: 0.1, block: 0.4)");
        assertThat(prod.getFreezes()).isEqualTo("Fri 16:00 to 23:59 Europe/Berlin");
        assertThat(gate.environment("test").orElseThrow().getPolicy()).isNull();
        assertThat(gate.environment("stage")).isEmpty();
    }
}
