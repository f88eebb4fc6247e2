package io.jenkins.plugins.mlci.deploygate.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.jenkins.plugins.mlci.deploygate.Facts;
import io.jenkins.plugins.mlci.deploygate.MemoryStore;
import io.jenkins.plugins.mlci.shared.history.Deployment;
import io.jenkins.plugins.mlci.shared.history.DeploymentOutcome;
import io.jenkins.plugins.mlci.shared.history.DeploymentResult;
import io.jenkins.plugins.mlci.shared.history.HistoryStore;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OutcomeRecorderTest {
    private static final Instant START = MemoryStore.NOW.minus(Duration.ofDays(1));

    @TempDir
    private Path folder;

    @Test
    void keepsWhatIsReportedTwiceOnce() {
        try (HistoryStore store = MemoryStore.in(folder)) {
            OutcomeRecorder recorder = new OutcomeRecorder(store);
            deploy(recorder, 1, "v1");
            assertThat(recorder.record("d1", DeploymentResult.SUCCEEDED, START.plusSeconds(60), "k1", ""))
                    .isTrue();
            assertThat(recorder.record("d1", DeploymentResult.SUCCEEDED, START.plusSeconds(99), "k1", ""))
                    .isFalse();
            assertThat(recorder.record("d1", DeploymentResult.SUCCEEDED, START.plusSeconds(60), "", ""))
                    .isFalse();
            assertThat(recorder.record("d1", DeploymentResult.INCIDENT, START.plusSeconds(600), "k2", "slow"))
                    .isTrue();
            assertThat(store.deployments().outcomes("d1")).hasSize(2);
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> recorder.record("d9", DeploymentResult.FAILED, START, "", ""));
            List<DeployedVersion> read = DeliveryReader.read(store, "prod", Map.of("d1", 0.2), 10);
            assertThat(read).singleElement().satisfies(each -> {
                assertThat(each.failed()).isTrue();
                assertThat(each.known()).contains(START.plusSeconds(600));
                assertThat(each.predicted()).isEqualTo(0.2);
                assertThat(each.restored()).isEmpty();
                assertThat(each.leadHours()).isEqualTo(5);
            });
        }
    }

    @Test
    void refusesTimesThatCannotBe() {
        try (HistoryStore store = MemoryStore.in(folder)) {
            OutcomeRecorder recorder = new OutcomeRecorder(store);
            deploy(recorder, 1, "v1");
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> report(recorder, START))
                    .withMessageContaining("started at " + START.plusSeconds(60));
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> report(recorder, MemoryStore.NOW.plus(Duration.ofMinutes(6))))
                    .withMessageContaining("in the future");
            assertThat(store.deployments().outcomes("d1")).isEmpty();
            assertThat(report(recorder, MemoryStore.NOW.plus(Duration.ofMinutes(4))))
                    .as("clocks differ a little")
                    .isTrue();
            assertThat(report(recorder, START.plusSeconds(60))).isTrue();
        }
    }

    @Test
    void whatWasSeenByAClockThatIsBehindCountsFromTheStart() {
        try (HistoryStore store = MemoryStore.in(folder)) {
            OutcomeRecorder recorder = new OutcomeRecorder(store);
            deploy(recorder, 1, "v1");
            recorder.report("d1", DeploymentResult.FAILED, Optional.empty(), START, "k", "");
            assertThat(store.deployments().outcomes("d1"))
                    .singleElement()
                    .satisfies(outcome -> assertThat(outcome.observed()).isEqualTo(START.plusSeconds(60)));
        }
    }

    @Test
    void masksSecretsInANote() {
        try (HistoryStore store = MemoryStore.in(folder)) {
            OutcomeRecorder recorder = new OutcomeRecorder(store);
            deploy(recorder, 1, "v1");
            recorder.record("d1", DeploymentResult.FAILED, MemoryStore.NOW, "k", "login with password=hunter2secret");
            assertThat(store.deployments().outcomes("d1").get(0).json())
                    .contains("login with password=****")
                    .doesNotContain("hunter2secret");
        }
    }

    private static boolean report(OutcomeRecorder recorder, Instant time) {
        return recorder.report("d1", DeploymentResult.FAILED, Optional.of(time), MemoryStore.NOW, "", "");
    }

    @Test
    void recognisesARollback() {
        try (HistoryStore store = MemoryStore.in(folder)) {
            OutcomeRecorder recorder = new OutcomeRecorder(store);
            assertThat(deploy(recorder, 1, "v1")).isEmpty();
            recorder.record("d1", DeploymentResult.SUCCEEDED, START.plusSeconds(70), "", "");
            assertThat(deploy(recorder, 2, "v2")).isEmpty();
            assertThat(deploy(recorder, 3, "v1")).containsExactly("d2");
            assertThat(deploy(recorder, 3, "v1")).as("told twice").containsExactly("d2");
            assertThat(store.deployments().outcomes("d2"))
                    .singleElement()
                    .satisfies(outcome -> assertThat(outcome.result()).isEqualTo(DeploymentResult.ROLLED_BACK));
            List<DeployedVersion> read = DeliveryReader.read(store, "prod", Map.of(), 10);
            assertThat(read.get(1).restored()).contains(START.plus(Duration.ofMinutes(3)));
            assertThat(read).extracting(DeployedVersion::version).containsExactly("v1", "v2", "v1");
        }
    }

    @Test
    void whatNeverArrivedIsNotTakenBack() {
        try (HistoryStore store = MemoryStore.in(folder)) {
            OutcomeRecorder recorder = new OutcomeRecorder(store);
            deploy(recorder, 1, "v1");
            deploy(recorder, 2, "v2");
            recorder.record("d2", DeploymentResult.FAILED, START.plusSeconds(130), "", "");
            assertThat(deploy(recorder, 3, "v1")).isEmpty();
        }
    }

    @Test
    void whatIsKeptLateIsTakenBackByWhatCameAfterIt() {
        try (HistoryStore store = MemoryStore.in(folder)) {
            OutcomeRecorder recorder = new OutcomeRecorder(store);
            deploy(recorder, 1, "v1");
            deploy(recorder, 4, "v1");
            late(recorder, 2, "v2", DeploymentResult.SUCCEEDED);
            late(recorder, 3, "v3", DeploymentResult.FAILED);
            assertThat(results(store, "d2")).containsExactly(DeploymentResult.SUCCEEDED, DeploymentResult.ROLLED_BACK);
            assertThat(store.deployments().outcomes("d2").get(1).observed())
                    .isEqualTo(START.plus(Duration.ofMinutes(4)));
            assertThat(results(store, "d3")).as("it never arrived").containsExactly(DeploymentResult.FAILED);
            recorder.caughtUp(store.deployments().find("d2").orElseThrow());
            assertThat(results(store, "d2")).as("told twice").hasSize(2);
            assertThat(results(store, "d1")).isEmpty();
            assertThat(results(store, "d4")).isEmpty();
        }
    }

    @Test
    void whatIsKeptLateMayBeWhatCameBack() {
        try (HistoryStore store = MemoryStore.in(folder)) {
            OutcomeRecorder recorder = new OutcomeRecorder(store);
            deploy(recorder, 2, "v2");
            assertThat(deploy(recorder, 3, "v1")).as("v1 was never heard of").isEmpty();
            late(recorder, 1, "v1", DeploymentResult.SUCCEEDED);
            assertThat(results(store, "d2")).containsExactly(DeploymentResult.ROLLED_BACK);
        }
    }

    private static void late(OutcomeRecorder recorder, int minute, String version, DeploymentResult result) {
        deploy(recorder, minute, version);
        recorder.record("d" + minute, result, START.plus(Duration.ofMinutes(minute)), "", "");
        recorder.caughtUp(deployment(minute, version));
    }

    private static List<DeploymentResult> results(HistoryStore store, String id) {
        return store.deployments().outcomes(id).stream()
                .map(DeploymentOutcome::result)
                .toList();
    }

    private static List<String> deploy(OutcomeRecorder recorder, int minute, String version) {
        return recorder.started(deployment(minute, version));
    }

    private static Deployment deployment(int minute, String version) {
        return DeliveryReader.deployment(
                Facts.of("d" + minute, START.plus(Duration.ofMinutes(minute)), "x", 1, "a/b"), minute, version);
    }
}
