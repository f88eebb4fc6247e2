package io.jenkins.plugins.mlci.plugin.shared.config;

import static org.assertj.core.api.Assertions.assertThat;

import com.cloudbees.plugins.credentials.CredentialsScope;
import com.cloudbees.plugins.credentials.SystemCredentialsProvider;
import com.cloudbees.plugins.credentials.impl.UsernamePasswordCredentialsImpl;
import hudson.model.User;
import hudson.security.ACL;
import hudson.security.ACLContext;
import hudson.security.AccessDeniedException3;
import hudson.util.FormValidation;
import io.jenkins.plugins.mlci.plugin.shared.OneJenkins;
import java.util.List;
import jenkins.model.Jenkins;
import org.jenkinsci.Symbol;
import org.junit.jupiter.api.Test;
import org.jvnet.hudson.test.MockAuthorizationStrategy;
import org.jvnet.hudson.test.TestExtension;
import org.kohsuke.stapler.DataBoundConstructor;

/** The form of the global configuration, and what it checks. */
class ConfigurationTest extends OneJenkins {
    private static MachineLearningConfiguration configuration() {
        return MachineLearningConfiguration.get();
    }

    @Test
    void whoChangesNothingGetsObserveModeAndTheEmbeddedHistory() {
        assertThat(configuration().getMode()).isEqualTo(DecisionMode.OBSERVE);
        assertThat(configuration().getHistory()).isInstanceOf(EmbeddedHistory.class);
        assertThat(configuration().jobFilter().matches("any/job")).isTrue();
        assertThat(configuration().getTraining().times()).isPresent();
        assertThat(configuration().getRetention().policy().maxAge())
                .hasValueSatisfying(age -> assertThat(age.toDays()).isEqualTo(365));
    }

    @Test
    void theFormKeepsEverySetting() throws Exception {
        SystemCredentialsProvider.getInstance()
                .getCredentials()
                .add(new UsernamePasswordCredentialsImpl(CredentialsScope.GLOBAL, "db", "", "mlci", "a long password"));
        configuration().setMode(DecisionMode.ENFORCE);
        configuration().setIncludeJobs("team/**\nother");
        configuration().setExcludeJobs("**/tmp");
        configuration().setHistory(new PostgreSqlHistory("jdbc:postgresql://db.example.org/mlci", "db"));
        TrainingSettings training = new TrainingSettings();
        training.setSchedule("0 4 * * *");
        training.setMinutes(7);
        training.setRows(5000);
        training.setAgentLabel("big");
        configuration().setTraining(training);
        RetentionSettings retention = new RetentionSettings();
        retention.setDays(30);
        retention.setBuildsPerJob(0);
        retention.setRotateKeyDays(90);
        configuration().setRetention(retention);
        configuration().setCapabilities(List.of(new Sample(42)));

        jenkins.configRoundtrip();

        assertThat(configuration().getMode()).isEqualTo(DecisionMode.ENFORCE);
        assertThat(configuration().getIncludeJobs().lines()).containsExactly("team/**", "other");
        assertThat(configuration().getExcludeJobs()).isEqualTo("**/tmp");
        assertThat(configuration().getHistory())
                .isEqualTo(new PostgreSqlHistory("jdbc:postgresql://db.example.org/mlci", "db"));
        jenkins.assertEqualDataBoundBeans(training, configuration().getTraining());
        assertThat(configuration().getRetention().getDays()).isEqualTo(30);
        assertThat(configuration().getRetention().getBuildsPerJob()).isZero();
        assertThat(configuration().getRetention().getRotateKeyDays()).isEqualTo(90);
        assertThat(configuration().defaults(Sample.class))
                .hasValueSatisfying(sample -> assertThat(sample.getNumber()).isEqualTo(42));

        configuration().setCapabilities(List.of());
        jenkins.configRoundtrip();
        assertThat(configuration().getCapabilities()).isEmpty();
    }

    /** Defaults as a plugin contributes them. */
    public static class Sample extends CapabilityDefaults {
        private final int number;

        @DataBoundConstructor
        public Sample(int number) {
            this.number = number;
        }

        public int getNumber() {
            return number;
        }

        /** Describes it. */
        @TestExtension
        @Symbol("sample")
        public static class DescriptorImpl extends CapabilityDescriptor {
            @Override
            public String getDisplayName() {
                return "Sample";
            }
        }
    }

    @Test
    void everyFieldHasHelp() {
        assertHelp(
                MachineLearningConfiguration.class,
                "mode",
                "includeJobs",
                "excludeJobs",
                "history",
                "training",
                "retention",
                "capabilities");
        assertHelp(TrainingSettings.class, "schedule", "minutes", "rows", "agentLabel");
        assertHelp(RetentionSettings.class, "days", "buildsPerJob", "rotateKeyDays");
        assertHelp(PostgreSqlHistory.class, "url", "credentialsId");
    }

    private static void assertHelp(Class<?> type, String... fields) {
        for (String field : fields) {
            assertThat(type.getResource(type.getSimpleName() + "/help-" + field + ".html"))
                    .as(type.getSimpleName() + " " + field)
                    .isNotNull();
        }
    }

    @Test
    void mistakesAreSaidAtTheField() {
        TrainingSettings.DescriptorImpl training =
                (TrainingSettings.DescriptorImpl) jenkins.jenkins.getDescriptorOrDie(TrainingSettings.class);
        assertThat(training.doCheckSchedule("H 3 * * *").kind).isEqualTo(FormValidation.Kind.OK);
        assertThat(training.doCheckSchedule("at three").kind).isEqualTo(FormValidation.Kind.ERROR);
        assertThat(training.doCheckSchedule("").kind).isEqualTo(FormValidation.Kind.WARNING);
        assertThat(training.doCheckAgentLabel("nobody").kind).isEqualTo(FormValidation.Kind.WARNING);
        assertThat(training.doCheckAgentLabel("a &&").kind).isEqualTo(FormValidation.Kind.ERROR);
        assertThat(training.doCheckMinutes("0").kind).isEqualTo(FormValidation.Kind.ERROR);
        assertThat(training.doCheckRows("10").kind).isEqualTo(FormValidation.Kind.ERROR);
        RetentionSettings.DescriptorImpl retention =
                (RetentionSettings.DescriptorImpl) jenkins.jenkins.getDescriptorOrDie(RetentionSettings.class);
        assertThat(retention.doCheckDays("-1").kind).isEqualTo(FormValidation.Kind.ERROR);
        assertThat(configuration().doCheckIncludeJobs("/team/x").kind).isEqualTo(FormValidation.Kind.WARNING);
        PostgreSqlHistory.DescriptorImpl database =
                (PostgreSqlHistory.DescriptorImpl) jenkins.jenkins.getDescriptorOrDie(PostgreSqlHistory.class);
        assertThat(database.doCheckUrl("jdbc:mysql://x/y").kind).isEqualTo(FormValidation.Kind.ERROR);
        assertThat(database.doCheckUrl("jdbc:postgresql://me:secret@x/y").kind).isEqualTo(FormValidation.Kind.ERROR);
        assertThat(database.doCheckUrl("jdbc:postgresql://x/y?password=z").kind).isEqualTo(FormValidation.Kind.ERROR);
        assertThat(database.doCheckUrl("jdbc:postgresql://x:5432/y").kind).isEqualTo(FormValidation.Kind.OK);
        assertThat(database.doCheckCredentialsId("none").kind).isEqualTo(FormValidation.Kind.ERROR);
    }

    @Test
    void aConnectionThatDoesNotWorkSaysWhy() {
        SystemCredentialsProvider.getInstance().getCredentials().add(credentials());
        PostgreSqlHistory.DescriptorImpl database =
                (PostgreSqlHistory.DescriptorImpl) jenkins.jenkins.getDescriptorOrDie(PostgreSqlHistory.class);

        FormValidation nobody = database.doTestConnection("jdbc:postgresql://127.0.0.1:1/mlci", "db");
        FormValidation unknown = database.doTestConnection("jdbc:postgresql://127.0.0.1:1/mlci", "other");

        assertThat(nobody.kind).isEqualTo(FormValidation.Kind.ERROR);
        assertThat(nobody.getMessage()).contains("127.0.0.1:1/mlci").doesNotContain("a long password");
        assertThat(unknown.getMessage()).contains("There are no credentials");
    }

    private static UsernamePasswordCredentialsImpl credentials() {
        try {
            return new UsernamePasswordCredentialsImpl(CredentialsScope.GLOBAL, "db", "", "mlci", "a long password");
        } catch (hudson.model.Descriptor.FormException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void checksAreForAdmins() {
        jenkins.jenkins.setSecurityRealm(jenkins.createDummySecurityRealm());
        jenkins.jenkins.setAuthorizationStrategy(
                new MockAuthorizationStrategy().grant(Jenkins.READ).everywhere().to("reader"));
        PostgreSqlHistory.DescriptorImpl database =
                (PostgreSqlHistory.DescriptorImpl) jenkins.jenkins.getDescriptorOrDie(PostgreSqlHistory.class);

        try (ACLContext reader = ACL.as2(User.getById("reader", true).impersonate2())) {
            org.assertj.core.api.Assertions.assertThatThrownBy(
                            () -> database.doTestConnection("jdbc:postgresql://127.0.0.1:1/x", "db"))
                    .isInstanceOf(AccessDeniedException3.class);
            assertThat(database.doFillCredentialsIdItems(jenkins.jenkins, "db")).hasSize(1);
        }
    }
}
