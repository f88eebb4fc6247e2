package io.jenkins.plugins.mlci.shared.history.jdbc;

import static io.jenkins.plugins.mlci.shared.history.jdbc.Samples.JOB;
import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.mlci.shared.history.BuildQuery;
import io.jenkins.plugins.mlci.shared.history.HistoryStore;
import io.jenkins.plugins.mlci.shared.history.Outcome;
import io.jenkins.plugins.mlci.shared.history.StoreLocation;
import io.jenkins.plugins.mlci.shared.history.TestId;
import io.jenkins.plugins.mlci.shared.history.TestStatistics;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

class ConcurrencyTest extends StoreTest {
    private static final int THREADS = 4;
    private static final int BUILDS = 10;

    @Test
    void letsManyThreadsRecordIntoOneJob() throws Exception {
        recordFromAll(List.of(store));
    }

    /** As two controllers do that share a PostgreSQL. */
    @Test
    void letsTwoStoresRecordIntoOneJob() throws Exception {
        Assumptions.assumeTrue(location instanceof StoreLocation.PostgreSql, "An embedded store is for one process");
        try (HistoryStore other = open()) {
            recordFromAll(List.of(store, other));
        }
    }

    @Test
    void givesEachModelAVersionOfItsOwn() throws Exception {
        inParallel(thread -> {
            for (int i = 0; i < BUILDS; i++) {
                store.models().insert("scope", "kind", "new", "{}", new byte[] {(byte) thread});
            }
        });
        assertThat(store.models().list("scope"))
                .extracting(model -> model.version())
                .doesNotHaveDuplicates()
                .hasSize(THREADS * BUILDS)
                .contains(THREADS * BUILDS);
    }

    private void recordFromAll(List<HistoryStore> stores) throws Exception {
        inParallel(thread -> {
            HistoryStore mine = stores.get(thread % stores.size());
            for (int i = 0; i < BUILDS; i++) {
                long number = 1 + i * THREADS + thread;
                mine.builds().record(Samples.large(number, 20 + thread, new Random(number)));
                assertThat(mine.builds().find(Samples.id(number))).isPresent();
            }
        });
        assertThat(store.builds().read(BuildQuery.of(JOB)))
                .hasSize(THREADS * BUILDS)
                .allSatisfy(build -> {
                    long number = build.build().id().number();
                    int tests = 20 + (int) ((number - 1) % THREADS);
                    assertThat(build).isEqualTo(Samples.large(number, tests, new Random(number)));
                });
        TestId first = Samples.large(1, 1, new Random(1)).tests().get(0).test();
        TestStatistics statistics = store.tests().statistics(JOB).get(first);
        assertThat(statistics.runs()).isEqualTo(THREADS * BUILDS);
        assertThat(statistics.lastOutcome()).isIn(Outcome.PASSED, Outcome.FAILED);
    }

    private static void inParallel(Task task) throws InterruptedException, ExecutionException {
        ExecutorService executor = Executors.newFixedThreadPool(THREADS);
        try {
            List<Future<?>> futures = new ArrayList<>();
            for (int i = 0; i < THREADS; i++) {
                int thread = i;
                futures.add(executor.submit(() -> task.run(thread)));
            }
            for (Future<?> future : futures) {
                future.get();
            }
        } finally {
            executor.shutdownNow();
        }
    }

    @FunctionalInterface
    private interface Task {
        void run(int thread);
    }
}
