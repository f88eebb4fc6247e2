package io.jenkins.plugins.mlci.deploygate.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.jenkins.plugins.mlci.deploygate.Facts;
import io.jenkins.plugins.mlci.deploygate.MemoryStore;
import io.jenkins.plugins.mlci.shared.history.DeploymentResult;
import io.jenkins.plugins.mlci.shared.history.HistoryStore;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
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

    private static List<String> deploy(OutcomeRecorder recorder, int minute, String version) {
        return recorder.started(DeliveryReader.deployment(
                Facts.of("d" + minute, START.plus(Duration.ofMinutes(minute)), "x", 1, "a/b"), minute, version));
    }
}
