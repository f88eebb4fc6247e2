package io.jenkins.plugins.mlci.logscan.scan;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.mlci.logscan.category.FailureCategory;
import io.jenkins.plugins.mlci.logscan.category.TransientKnowledge;
import io.jenkins.plugins.mlci.logscan.cause.Feedback;
import io.jenkins.plugins.mlci.shared.history.HistoryStore;
import io.jenkins.plugins.mlci.shared.history.StoreLocation;
import io.jenkins.plugins.mlci.shared.history.jdbc.JdbcHistoryStore;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JobKnowledgeStoreTest {
    @TempDir
    private Path folder;

    @Test
    void keepsWhatAJobTaught() {
        JobKnowledge taught = JobKnowledge.none()
                .with(Feedback.none().cause("it broke").noise("always there"))
                .with(TransientKnowledge.none().learn(FailureCategory.TEST, true));
        try (HistoryStore store =
                JdbcHistoryStore.open(StoreLocation.embedded(folder), Clock.systemUTC(), Thread::new)) {
            JobKnowledgeStore knowledge = new JobKnowledgeStore(store.models());
            assertThat(knowledge.read("job")).isEqualTo(JobKnowledge.none());
            knowledge.write("job", JobKnowledge.none());
            knowledge.write("job", taught);
            assertThat(knowledge.read("job")).isEqualTo(taught);
            assertThat(knowledge.read("other")).isEqualTo(JobKnowledge.none());
            assertThat(store.models().list("job")).hasSize(1);
        }
    }

    @Test
    void whatCannotBeReadIsBegunAnew() {
        try (HistoryStore store =
                JdbcHistoryStore.open(StoreLocation.embedded(folder), Clock.systemUTC(), Thread::new)) {
            for (String broken : new String[] {"{", "{\"version\":9}", "{\"version\":1,\"votes\":{\"zz\":1}}"}) {
                store.models()
                        .insert("job", JobKnowledgeStore.KIND, "active", "{}", broken.getBytes(StandardCharsets.UTF_8));
                assertThat(new JobKnowledgeStore(store.models()).read("job")).isEqualTo(JobKnowledge.none());
            }
        }
    }
}
