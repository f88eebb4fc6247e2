package io.jenkins.plugins.mlci.deploygate.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.mlci.deploygate.Facts;
import io.jenkins.plugins.mlci.deploygate.MemoryStore;
import io.jenkins.plugins.mlci.shared.history.Build;
import io.jenkins.plugins.mlci.shared.history.BuildId;
import io.jenkins.plugins.mlci.shared.history.BuildRecord;
import io.jenkins.plugins.mlci.shared.history.BuildResult;
import io.jenkins.plugins.mlci.shared.history.Deployment;
import io.jenkins.plugins.mlci.shared.history.DeploymentResult;
import io.jenkins.plugins.mlci.shared.history.HistoryStore;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DeployedBeforeTest {
    private static final String JOB = "shop/deploy";
    private static final Instant START = MemoryStore.NOW.minus(Duration.ofDays(1));

    @TempDir
    private Path folder;

    private HistoryStore store;
    private OutcomeRecorder recorder;
    private DeployedBefore before;

    @BeforeEach
    void open() {
        store = MemoryStore.in(folder);
        recorder = new OutcomeRecorder(store);
        before = new DeployedBefore(store, JOB, "prod");
    }

    @AfterEach
    void close() {
        store.close();
    }

    @Test
    void comparesWithTheLastGoodOne() {
        assertThat(before.reference("d1")).isEmpty();
        start(1, "1.0", commit('a'));
        assertThat(before.reference("d1")).as("not with itself").isEmpty();
        assertThat(before.reference("d2"))
                .as("nothing is known of it, so that it is the best guess")
                .contains(new DeployedBefore.Reference("d1", commit('a'), false));
        end(1, DeploymentResult.SUCCEEDED);
        start(2, "2.0", commit('b'));
        end(2, DeploymentResult.FAILED);
        start(3, "3.0", commit('c'));
        assertThat(before.reference("d4")).contains(new DeployedBefore.Reference("d1", commit('a'), true));
        end(1, DeploymentResult.ROLLED_BACK);
        assertThat(before.reference("d4")).contains(new DeployedBefore.Reference("d3", commit('c'), false));
    }

    @Test
    void aCommitIsKnownFromTheVersionOrTheBuildToo() {
        start(1, commit('a'), "");
        assertThat(before.reference("d9").orElseThrow().commit()).isEqualTo(commit('a'));
        build(2, commit('b'));
        start(2, "2.0", "");
        assertThat(before.reference("d9").orElseThrow().commit()).isEqualTo(commit('b'));
        start(3, "3.0", "");
        assertThat(before.reference("d9").orElseThrow().deployment())
                .as("whose commit nobody knows cannot be compared with")
                .isEqualTo("d2");
    }

    @Test
    void knowsTheNextNumber() {
        assertThat(before.nextBuild()).isEqualTo(1);
        start(1, "1.0", "");
        assertThat(before.nextBuild()).isEqualTo(2);
        build(7, "");
        assertThat(new DeployedBefore(store, JOB, "stage").nextBuild()).isEqualTo(8);
        assertThat(new DeployedBefore(store, "other", "prod").nextBuild()).isEqualTo(1);
    }

    @Test
    void anIdIsKeptForItsDeployment() {
        Deployment first = deployment(1, "1.0", "");
        assertThat(DeployedBefore.clash(store, first)).isEmpty();
        recorder.started(first);
        assertThat(DeployedBefore.clash(store, first)).as("told twice").isEmpty();
        assertThat(DeployedBefore.clash(store, deployment(1, "2.0", "")).orElseThrow())
                .contains("d1", "1.0", START.plus(Duration.ofMinutes(1)).toString());
        Deployment later = new Deployment("d1", first.build(), "prod", START.plusSeconds(9_999), first.json());
        assertThat(DeployedBefore.clash(store, later)).isPresent();
    }

    @Test
    void recognisesARollbackBeforeItStarts() {
        Instant now = START.plus(Duration.ofHours(1));
        start(1, "1.0", "");
        start(2, "2.0", "");
        assertThat(before.isRollback("d3", "1.0", now)).isTrue();
        assertThat(before.isRollback("d3", "2.0", now)).as("it is there").isFalse();
        assertThat(before.isRollback("d3", "3.0", now)).as("it is new").isFalse();
        assertThat(before.isRollback("d3", "", now)).isFalse();
        assertThat(before.isRollback("d2", "1.0", now))
                .as("seen from the second itself")
                .isFalse();
        end(2, DeploymentResult.FAILED);
        assertThat(before.isRollback("d3", "1.0", now)).as("2.0 never arrived").isFalse();
    }

    private void start(int minute, String version, String commit) {
        recorder.started(deployment(minute, version, commit));
    }

    private void end(int minute, DeploymentResult result) {
        recorder.record(
                "d" + minute, result, START.plus(Duration.ofMinutes(minute)).plusSeconds(30), "", "");
    }

    private void build(long number, String commit) {
        Build build = new Build(new BuildId(JOB, number), START, Duration.ZERO, BuildResult.SUCCESS, "", commit);
        store.builds().record(new BuildRecord(build, List.of(), List.of()));
    }

    private static Deployment deployment(int minute, String version, String commit) {
        return DeliveryReader.deployment(
                Facts.of("d" + minute, START.plus(Duration.ofMinutes(minute)), "x", 1, "a/b"), minute, version, commit);
    }

    private static String commit(char digit) {
        return String.valueOf(digit).repeat(40);
    }
}
