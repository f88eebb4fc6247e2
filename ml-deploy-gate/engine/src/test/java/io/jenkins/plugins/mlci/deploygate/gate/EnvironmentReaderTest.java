package io.jenkins.plugins.mlci.deploygate.gate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.jenkins.plugins.mlci.deploygate.MemoryStore;
import io.jenkins.plugins.mlci.deploygate.delivery.EnvironmentReport;
import io.jenkins.plugins.mlci.deploygate.policy.Verdict;
import io.jenkins.plugins.mlci.shared.history.BuildId;
import io.jenkins.plugins.mlci.shared.history.Decision;
import io.jenkins.plugins.mlci.shared.history.Deployment;
import io.jenkins.plugins.mlci.shared.history.DeploymentOutcome;
import io.jenkins.plugins.mlci.shared.history.DeploymentResult;
import io.jenkins.plugins.mlci.shared.history.HistoryStore;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EnvironmentReaderTest {
    private static final Instant NOW = MemoryStore.NOW;

    @TempDir
    private Path folder;

    @Test
    void joinsWhatWasSaidAndWhatHappened() {
        try (HistoryStore store = MemoryStore.in(folder)) {
            deploy(store, "open", 1, 20, "approve", 0.4, DeploymentResult.ROLLED_BACK);
            deploy(store, "open", 2, 10, "proceed", 0.1, DeploymentResult.SUCCEEDED);
            deploy(store, "open", 3, 5, "block", 0.6, DeploymentResult.SUCCEEDED);
            deploy(store, "open", 4, 0, null, Double.NaN, null);
            deploy(store, "hidden", 5, 1, "block", 0.9, DeploymentResult.INCIDENT);

            EnvironmentReport report = EnvironmentReader.read(store, "prod", "open"::equals, 100, NOW);

            assertThat(report.deployments())
                    .extracting(each -> each.deployment().id())
                    .containsExactly("open-1", "open-2", "open-3", "open-4");
            assertThat(report.deployments().get(0).verdict()).contains(Verdict.APPROVE);
            assertThat(report.deployments().get(0).deployment().predicted()).isEqualTo(0.4);
            assertThat(report.deployments().get(3).verdict()).isEmpty();
            assertThat(report.gated()).isEqualTo(3);
            assertThat(report.trackRecord().failuresStopped().hits()).isEqualTo(1);
            assertThat(report.trackRecord().goodStopped().hits()).isEqualTo(1);
            assertThat(report.trackRecord().goodStopped().all()).isEqualTo(2);
            assertThat(report.now().deployments()).isEqualTo(4);
            assertThat(report.now().changeFailureRate().estimate()).isCloseTo(1.0 / 3, within(1e-9));
            assertThat(report.before().deployments()).isZero();
            assertThat(report.calibration().groups()).singleElement().satisfies(group -> {
                assertThat(group.predicted()).isCloseTo(1.1 / 3, within(1e-9));
                assertThat(group.observed().all()).isEqualTo(3);
            });
            assertThat(report.trend()).hasSize(EnvironmentReport.STEPS);
            assertThat(report.trend().get(EnvironmentReport.STEPS - 1).deployments())
                    .isEqualTo(2);
        }
    }

    @Test
    void saysWhenPredictionsNoLongerComeTrue() {
        try (HistoryStore store = MemoryStore.in(folder)) {
            for (int build = 1; build <= 60; build++) {
                deploy(
                        store,
                        "open",
                        build,
                        70 - build,
                        "proceed",
                        build <= 10 ? 0.01 : 0.5,
                        DeploymentResult.SUCCEEDED);
            }
            EnvironmentReport now = EnvironmentReader.read(store, "prod", job -> true, 100, NOW);
            assertThat(now.drift().outcomes()).isEqualTo(60);
            assertThat(now.drift().suspends()).isTrue();
            EnvironmentReport then =
                    EnvironmentReader.read(store, "prod", job -> true, 100, NOW.minus(Duration.ofDays(25)));
            assertThat(then.drift().outcomes()).isEqualTo(45);
            assertThat(then.drift().isDrifted()).isFalse();
        }
    }

    @Test
    void seesNothingLaterThanAsked() {
        try (HistoryStore store = MemoryStore.in(folder)) {
            deploy(store, "open", 1, 20, "approve", 0.4, DeploymentResult.SUCCEEDED);
            deploy(store, "open", 2, 1, "approve", 0.4, DeploymentResult.SUCCEEDED);
            EnvironmentReport report =
                    EnvironmentReader.read(store, "prod", job -> true, 100, NOW.minus(Duration.ofDays(3)));
            assertThat(report.deployments()).hasSize(1);
            assertThat(EnvironmentReader.read(store, "nowhere", job -> true, 100, NOW)
                            .deployments())
                    .isEmpty();
        }
    }

    private static void deploy(
            HistoryStore store,
            String job,
            int build,
            int daysAgo,
            String verdict,
            double probability,
            DeploymentResult result) {
        String id = job + "-" + build;
        Instant started = NOW.minus(Duration.ofDays(daysAgo));
        BuildId by = new BuildId(job, build);
        store.deployments().record(new Deployment(id, by, "prod", started, "{}"));
        if (verdict != null) {
            String json = "{\"deployment\":\"" + id + "\",\"verdict\":\"" + verdict + "\",\"risk\":{\"probability\":"
                    + probability + "}}";
            store.decisions().record(new Decision(by, AssessmentJson.KIND, "prod", "", started, json));
        }
        Optional.ofNullable(result).ifPresent(how -> store.deployments()
                .record(new DeploymentOutcome(id, how, started.plusSeconds(60), "{}")));
    }
}
