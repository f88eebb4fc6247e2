package io.jenkins.plugins.mlci.shared.history.jdbc;

import static io.jenkins.plugins.mlci.shared.history.jdbc.Samples.JOB;
import static io.jenkins.plugins.mlci.shared.history.jdbc.Samples.record;
import static io.jenkins.plugins.mlci.shared.history.jdbc.Samples.test;
import static io.jenkins.plugins.mlci.shared.history.jdbc.Samples.time;
import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.mlci.shared.history.Build;
import io.jenkins.plugins.mlci.shared.history.BuildId;
import io.jenkins.plugins.mlci.shared.history.BuildQuery;
import io.jenkins.plugins.mlci.shared.history.BuildRecord;
import io.jenkins.plugins.mlci.shared.history.Decision;
import io.jenkins.plugins.mlci.shared.history.Outcome;
import org.junit.jupiter.api.Test;

class JobMergeTest extends StoreTest {
    @Test
    void joinsWhatWasRecordedWhileAJobWasRenamed() {
        BuildRecord first = record(1, test("a", Outcome.PASSED, 1));
        store.builds().record(first);
        store.builds().record(record(2, test("a", Outcome.PASSED, 1)));
        store.decisions().record(decision(JOB, 1, "\"before\""));
        BuildRecord second =
                under("moved/there", record(2, test("b", Outcome.FAILED, 2), test("a", Outcome.PASSED, 1)));
        BuildRecord third = under("moved/there", record(3, test("b", Outcome.PASSED, 2)));
        store.builds().record(second);
        store.builds().record(third);
        store.builds().exclude(third.build().id(), "left over");
        store.decisions().record(decision("moved/there", 1, "after"));
        store.decisions().record(decision("moved/there", 3, "after"));

        store.jobs().rename(JOB, "moved/there");

        assertThat(store.jobs().names()).containsExactly("moved/there");
        assertThat(store.builds().read(BuildQuery.of("moved/there").includingExcluded()))
                .containsExactly(under("moved/there", first), second, third);
        assertThat(store.builds().exclusion(third.build().id())).contains("left over");
        assertThat(store.decisions().newest("moved/there", "test-selection", 9))
                .extracting(Decision::json)
                .containsExactlyInAnyOrder("after", "after");
        assertThat(store.tests().statistics("moved/there")).hasSize(2);
    }

    private static BuildRecord under(String job, BuildRecord record) {
        Build build = record.build();
        return new BuildRecord(
                new Build(
                        new BuildId(job, build.id().number()),
                        build.started(),
                        build.duration(),
                        build.result(),
                        build.branch(),
                        build.commit()),
                record.changes(),
                record.tests());
    }

    private static Decision decision(String job, long number, String json) {
        return new Decision(new BuildId(job, number), "test-selection", "", "", time(number), json);
    }
}
