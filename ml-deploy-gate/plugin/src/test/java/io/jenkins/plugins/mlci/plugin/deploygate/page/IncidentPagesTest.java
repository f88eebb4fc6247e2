package io.jenkins.plugins.mlci.plugin.deploygate.page;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.mlci.plugin.deploygate.incident.IncidentCause;
import io.jenkins.plugins.mlci.plugin.deploygate.incident.IncidentDefaults;
import io.jenkins.plugins.mlci.plugin.shared.config.MachineLearningConfiguration;
import java.net.HttpURLConnection;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What people do on the page of an incident. */
class IncidentPagesTest extends OnePageJenkins {
    @Test
    void anIncidentIsResolvedByWhoMay() throws Exception {
        Story.incident("inc-0", "shop", "Payments are slow again", Duration.ofDays(3), "rolled back by hand");
        Story.incident("inc-1", "shop", "Payments are slow", Duration.ofHours(1), "");
        secure();
        String page = "ml-deployments/incidents/inc-1/";
        assertThat(client().login("reader").goTo(page).asNormalizedText())
                .contains("▲ open", "was resolved by: rolled back by hand", "password=****", "permission Override")
                .doesNotContain("hunter2secret");
        assertThat(post("reader", page + "resolve", "how", "x")).isEqualTo(HttpURLConnection.HTTP_FORBIDDEN);
        assertThat(status("operator", page + "resolve")).isEqualTo(HttpURLConnection.HTTP_BAD_METHOD);
        assertThat(post("operator", page + "resolve", "how", "restarted it")).isEqualTo(HttpURLConnection.HTTP_OK);
        assertThat(client().login("reader").goTo(page).asNormalizedText()).contains("● over after", "restarted it");
        assertThat(post("operator", page + "resolve", "how", "again")).isEqualTo(HttpURLConnection.HTTP_CONFLICT);
        assertThat(list(json("ml-deployments/incidents/api/json?show=open", "reader"), "incidents"))
                .isEmpty();
    }

    @Test
    void aJobIsRunAgainOnlyWhereThatIsAllowed() throws Exception {
        build();
        Story.incident("inc-0", "shop", "Payments are slow", Duration.ofDays(3), "restarted the job");
        Story.incident("inc-1", "shop", "Payments are slow", Duration.ofHours(1), "");
        secure();
        String handle = "ml-deployments/incidents/inc-1/handle";
        assertThat(client().login("operator")
                        .goTo("ml-deployments/incidents/inc-1/")
                        .asNormalizedText())
                .contains("Run shop once more.", "This is not allowed here");
        assertThat(post("operator", handle, "handler", "1")).isEqualTo(HttpURLConnection.HTTP_OK);
        jenkins.waitUntilNoActivity();
        assertThat(job.getLastBuild().getNumber()).isEqualTo(1);
        IncidentDefaults allowed = new IncidentDefaults();
        allowed.setRetry(true);
        MachineLearningConfiguration.get().setCapabilities(List.of(allowed));
        assertThat(post("reader", handle, "handler", "1")).isEqualTo(HttpURLConnection.HTTP_FORBIDDEN);
        assertThat(post("operator", handle, "handler", "99")).isEqualTo(HttpURLConnection.HTTP_NOT_FOUND);
        assertThat(post("operator", handle, "handler", "1")).isEqualTo(HttpURLConnection.HTTP_OK);
        jenkins.waitUntilNoActivity();
        assertThat(job.getLastBuild().getNumber()).isEqualTo(2);
        assertThat(job.getLastBuild().getCause(IncidentCause.class).getIncident())
                .isEqualTo("inc-1");
    }
}
