package io.jenkins.plugins.mlci.plugin.deploygate.incident;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import hudson.model.FreeStyleProject;
import hudson.model.ParametersAction;
import hudson.model.ParametersDefinitionProperty;
import hudson.model.StringParameterDefinition;
import hudson.model.StringParameterValue;
import io.jenkins.plugins.mlci.deploygate.incident.IncidentRecord;
import io.jenkins.plugins.mlci.deploygate.incident.RemedyException;
import io.jenkins.plugins.mlci.plugin.shared.jenkins.JenkinsFacade;
import io.jenkins.plugins.mlci.plugin.shared.store.SharedHistory;
import io.jenkins.plugins.mlci.shared.history.BuildId;
import io.jenkins.plugins.mlci.shared.history.Deployment;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.jvnet.hudson.test.JenkinsRule;
import org.jvnet.hudson.test.junit.jupiter.WithJenkins;

@WithJenkins
class JenkinsRemediesTest {
    private final JenkinsRemedies remedies =
            new JenkinsRemedies("inc-1", "ml-deployments/incidents/inc-1/", new JenkinsFacade());

    @Test
    void rollsBackOnlyWhatAParameterNames(JenkinsRule jenkins) throws Exception {
        FreeStyleProject job = jenkins.createFreeStyleProject("shop");
        job.addProperty(new ParametersDefinitionProperty(new StringParameterDefinition("VERSION", "newest")));
        jenkins.assertBuildStatusSuccess(
                job.scheduleBuild2(0, new ParametersAction(new StringParameterValue("VERSION", "v1"))));
        jenkins.buildAndAssertSuccess(job);
        keep("shop#1@prod", 1, "v1");
        keep("shop#2@prod", 2, "v2");

        assertThatExceptionOfType(RemedyException.class)
                .isThrownBy(() -> remedies.redeploy("prod", "shop#2@prod"))
                .withMessageContaining("No parameter of build shop#2 says that it deployed v2");
        assertThatExceptionOfType(RemedyException.class)
                .isThrownBy(() -> remedies.redeploy("prod", "unknown"))
                .withMessageContaining("is not known any more");
        assertThat(remedies.redeploy("prod", "shop#1@prod")).isEqualTo("A build of shop was started.");
        jenkins.waitUntilNoActivity();
        assertThat(job.getLastBuild().getNumber()).isEqualTo(3);
        assertThat(job.getLastBuild()
                        .getAction(ParametersAction.class)
                        .getParameter("VERSION")
                        .getValue())
                .isEqualTo("v1");
        assertThat(remedies.retries("shop")).isEqualTo(1);
    }

    @Test
    void saysWhyItCannot(JenkinsRule jenkins) throws Exception {
        assertThatExceptionOfType(RemedyException.class)
                .isThrownBy(() -> remedies.retry("nowhere"))
                .withMessageContaining("There is no job nowhere that you may see.");
        FreeStyleProject job = jenkins.createFreeStyleProject("off");
        job.disable();
        assertThatExceptionOfType(RemedyException.class)
                .isThrownBy(() -> remedies.retry("off"))
                .withMessageContaining("cannot be built now");
        IncidentRecord incident = new IncidentRecord(
                "inc-1",
                "t",
                "",
                "",
                "prod",
                "",
                "",
                Instant.EPOCH,
                Optional.empty(),
                "",
                "",
                "",
                IncidentRecord.Guesses.NONE);
        assertThatExceptionOfType(RemedyException.class)
                .isThrownBy(() -> remedies.tell(incident, "hello"))
                .withMessageContaining("an administrator sets a webhook");
    }

    private static void keep(String id, int build, String version) {
        SharedHistory.get()
                .open()
                .deployments()
                .record(new Deployment(
                        id, new BuildId("shop", build), "prod", Instant.now(), "{\"version\":\"" + version + "\"}"));
    }
}
