package io.jenkins.plugins.mlci.plugin.testselector.store;

import static io.jenkins.plugins.casc.misc.Util.getUnclassifiedRoot;
import static io.jenkins.plugins.casc.misc.Util.toYamlString;
import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.casc.ConfigurationContext;
import io.jenkins.plugins.casc.ConfiguratorRegistry;
import io.jenkins.plugins.casc.misc.ConfiguredWithCode;
import io.jenkins.plugins.casc.misc.JenkinsConfiguredWithCodeRule;
import io.jenkins.plugins.casc.misc.junit.jupiter.WithJenkinsConfiguredWithCode;
import io.jenkins.plugins.mlci.plugin.testselector.policy.ConfidenceConfig;
import io.jenkins.plugins.mlci.plugin.testselector.policy.TimeConfig;
import io.jenkins.plugins.mlci.plugin.testselector.step.Mode;
import org.junit.jupiter.api.Test;

/** The defaults of test selection as code, in and out. */
@WithJenkinsConfiguredWithCode
class SelectorDefaultsTest {
    @Test
    @ConfiguredWithCode("selector-defaults.yml")
    void whatTheFileSaysCounts(JenkinsConfiguredWithCodeRule jenkins) {
        assertThat(SelectorDefaults.leastBuilds()).isEqualTo(12);
        assertThat(SelectorDefaults.mode()).isEqualTo(Mode.ENFORCE);
        assertThat(SelectorDefaults.policy())
                .isInstanceOfSatisfying(
                        TimeConfig.class, time -> assertThat(time.getBudget()).isEqualTo("10m"));
    }

    @Test
    @ConfiguredWithCode("selector-confidence.yml")
    void decimalsInQuotesCount(JenkinsConfiguredWithCodeRule jenkins) throws Exception {
        assertThat(SelectorDefaults.policy())
                .isInstanceOfSatisfying(ConfidenceConfig.class, confidence -> assertThat(confidence.getShare())
                        .isEqualTo(0.9));
        ConfigurationContext context = new ConfigurationContext(ConfiguratorRegistry.get());
        assertThat(toYamlString(getUnclassifiedRoot(context).get("machineLearning")))
                .contains("share: \"0.9\"");
    }

    @Test
    @ConfiguredWithCode("selector-unquoted.yml")
    void decimalsWithoutQuotesAreDropped(JenkinsConfiguredWithCodeRule jenkins) {
        assertThat(SelectorDefaults.policy())
                .isInstanceOfSatisfying(ConfidenceConfig.class, confidence -> assertThat(confidence.getShare())
                        .isNotEqualTo(0.9));
    }

    @Test
    @ConfiguredWithCode("selector-defaults.yml")
    void whatComesOutIsWhatWentIn(JenkinsConfiguredWithCodeRule jenkins) throws Exception {
        ConfigurationContext context = new ConfigurationContext(ConfiguratorRegistry.get());
        assertThat(toYamlString(getUnclassifiedRoot(context).get("machineLearning")))
                .contains("""
                        capabilities:
                        - testSelection:
                            leastBuilds: 12
                            policy:
                              time:
                                budget: "10m"
                        """);
    }
}
