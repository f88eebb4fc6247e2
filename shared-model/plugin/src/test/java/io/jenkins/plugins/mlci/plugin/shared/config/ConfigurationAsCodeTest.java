package io.jenkins.plugins.mlci.plugin.shared.config;

import static io.jenkins.plugins.casc.misc.Util.getUnclassifiedRoot;
import static io.jenkins.plugins.casc.misc.Util.toStringFromYamlFile;
import static io.jenkins.plugins.casc.misc.Util.toYamlString;
import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.casc.ConfigurationContext;
import io.jenkins.plugins.casc.ConfiguratorRegistry;
import io.jenkins.plugins.casc.misc.ConfiguredWithCode;
import io.jenkins.plugins.casc.misc.JenkinsConfiguredWithCodeRule;
import io.jenkins.plugins.casc.misc.junit.jupiter.WithJenkinsConfiguredWithCode;
import org.junit.jupiter.api.Test;

/** The settings as code, in and out. */
@WithJenkinsConfiguredWithCode
class ConfigurationAsCodeTest {
    @Test
    @ConfiguredWithCode("configuration-as-code.yml")
    void everySettingIsRead(JenkinsConfiguredWithCodeRule jenkins) {
        MachineLearningConfiguration configuration = MachineLearningConfiguration.get();

        assertThat(configuration.getMode()).isEqualTo(DecisionMode.ENFORCE);
        assertThat(configuration.getIncludeJobs()).isEqualTo("team-a/**");
        assertThat(configuration.getExcludeJobs()).isEqualTo("**/nightly-*");
        assertThat(configuration.getHistory())
                .isEqualTo(new PostgreSqlHistory("jdbc:postgresql://db.example.org:5432/mlci", "mlci-database"));
        assertThat(configuration.getTraining().getSchedule()).isEqualTo("H 2 * * *");
        assertThat(configuration.getTraining().getMinutes()).isEqualTo(20);
        assertThat(configuration.getTraining().getRows()).isEqualTo(50_000);
        assertThat(configuration.getTraining().getAgentLabel()).isEqualTo("training");
        assertThat(configuration.getRetention().getDays()).isEqualTo(180);
        assertThat(configuration.getRetention().getBuildsPerJob()).isEqualTo(500);
        assertThat(configuration.getRetention().getRotateKeyDays()).isEqualTo(90);
    }

    @Test
    @ConfiguredWithCode("configuration-as-code.yml")
    void whatComesOutIsWhatWentIn(JenkinsConfiguredWithCodeRule jenkins) throws Exception {
        ConfigurationContext context = new ConfigurationContext(ConfiguratorRegistry.get());

        String exported = toYamlString(getUnclassifiedRoot(context).get("machineLearning"));

        assertThat(exported).isEqualTo(toStringFromYamlFile(this, "configuration-as-code-exported.yml"));
    }
}
