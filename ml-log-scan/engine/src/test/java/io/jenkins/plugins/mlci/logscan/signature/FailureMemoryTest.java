package io.jenkins.plugins.mlci.logscan.signature;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.mlci.shared.history.Build;
import io.jenkins.plugins.mlci.shared.history.BuildId;
import io.jenkins.plugins.mlci.shared.history.BuildRecord;
import io.jenkins.plugins.mlci.shared.history.BuildResult;
import io.jenkins.plugins.mlci.shared.history.HistoryStore;
import io.jenkins.plugins.mlci.shared.history.StoreLocation;
import io.jenkins.plugins.mlci.shared.history.jdbc.JdbcHistoryStore;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FailureMemoryTest {
    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");
    private static final List<String> LINES =
            List.of("connection to the artifact server refused while uploading the bundle");

    @TempDir
    private Path folder;

    private HistoryStore store;
    private FailureMemory memory;

    @BeforeEach
    void open() {
        store = JdbcHistoryStore.open(StoreLocation.embedded(folder), Clock.systemUTC(), Thread::new);
        memory = new FailureMemory(store);
    }

    @AfterEach
    void close() {
        store.close();
    }

    private BuildId build(String job, int number, BuildResult result, String commit) {
        BuildId id = new BuildId(job, number);
        Build build = new Build(id, START.plusSeconds(number * 60L), Duration.ofSeconds(10), result, "main", commit);
        store.builds().record(new BuildRecord(build, List.of(), List.of()));
        return id;
    }

    private void failed(BuildId id, List<String> lines) {
        memory.record(id, signature(lines), "network", true, START.plusSeconds(id.number() * 60), lines);
    }

    private static Signature signature(List<String> lines) {
        return Signature.of("network", lines, lines);
    }

    @Test
    void aNewFailureHasNoPast() {
        PastFailures past = memory.before(new BuildId("job", 1), signature(LINES));
        assertThat(past.count()).isZero();
        assertThat(past.first()).isEmpty();
        assertThat(past.remedy()).isEmpty();
    }

    @Test
    void saysHowOftenSinceWhenAndWithWhichChange() {
        failed(build("a", 1, BuildResult.FAILURE, "c1"), LINES);
        failed(build("a", 3, BuildResult.FAILURE, "c3"), LINES);
        failed(build("b", 7, BuildResult.FAILURE, "d7"), LINES);
        BuildId now = build("a", 4, BuildResult.FAILURE, "c4");
        failed(now, LINES);
        PastFailures past = memory.before(now, signature(LINES));
        assertThat(past.count()).isEqualTo(3);
        assertThat(past.first()).contains(new BuildId("a", 1));
        assertThat(past.since()).contains(START.plusSeconds(60));
        assertThat(past.jobs()).containsExactly("a", "b");
        assertThat(past.introduced()).isEqualTo("c1");
        assertThat(past.recent()).doesNotContain(now);
    }

    @Test
    void aRetryOfTheSameCommitWasTheRemedy() {
        failed(build("a", 1, BuildResult.FAILURE, "c1"), LINES);
        BuildId good = build("a", 2, BuildResult.SUCCESS, "c1");
        PastFailures.Remedy remedy = memory.before(build("a", 3, BuildResult.FAILURE, "c2"), signature(LINES))
                .remedy()
                .orElseThrow();
        assertThat(remedy.build()).isEqualTo(good);
        assertThat(remedy.retry()).isTrue();
    }

    @Test
    void aChangeWasTheRemedy() {
        failed(build("a", 1, BuildResult.FAILURE, "c1"), LINES);
        build("a", 2, BuildResult.SUCCESS, "c2");
        PastFailures.Remedy remedy = memory.before(build("a", 3, BuildResult.FAILURE, "c3"), signature(LINES))
                .remedy()
                .orElseThrow();
        assertThat(remedy.retry()).isFalse();
        assertThat(remedy.commit()).isEqualTo("c2");
    }

    @Test
    void findsFailuresThatAreAlike() {
        List<String> near = List.of("connection to the artifact server refused while uploading the archive");
        failed(build("a", 1, BuildResult.FAILURE, "c1"), near);
        failed(build("a", 2, BuildResult.FAILURE, "c2"), List.of("something quite different happened here today"));
        PastFailures past = memory.before(build("a", 3, BuildResult.FAILURE, "c3"), signature(LINES));
        assertThat(past.count()).isZero();
        assertThat(past.alike()).hasSize(1);
        assertThat(past.alike().get(0).build()).isEqualTo(new BuildId("a", 1));
        assertThat(past.alike().get(0).similarity()).isGreaterThanOrEqualTo(FailureMemory.ALIKE);
    }

    @Test
    void listsEachFailureWithWhatMadeItGoAway() {
        assertThat(new RecurringFailures(store, "a", 100).list()).isEmpty();
        failed(build("a", 1, BuildResult.FAILURE, "c1"), LINES);
        failed(build("a", 2, BuildResult.FAILURE, "c2"), LINES);
        build("a", 3, BuildResult.SUCCESS, "c2");
        failed(build("a", 4, BuildResult.FAILURE, "c4"), LINES);
        build("a", 5, BuildResult.SUCCESS, "c5");
        failed(build("a", 6, BuildResult.FAILURE, "c6"), List.of("something quite different happened here today"));
        failed(build("b", 9, BuildResult.FAILURE, "c9"), LINES);
        List<Recurring> list = new RecurringFailures(store, "a", 100).list();
        assertThat(list).extracting(Recurring::count).containsExactly(3, 1);
        Recurring most = list.get(0);
        assertThat(most.line()).isEqualTo(LINES.get(0));
        assertThat(most.firstBuild()).isEqualTo(1);
        assertThat(most.first()).isEqualTo(START.plusSeconds(60));
        assertThat(most.lastBuild()).isEqualTo(4);
        assertThat(most.retries()).isEqualTo(1);
        assertThat(most.changes()).isEqualTo(1);
        assertThat(list.get(1).retries() + list.get(1).changes()).isZero();
    }
}
