package io.jenkins.plugins.mlci.plugin.shared.collect;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.mlci.shared.history.BuildId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EventQueueTest {
    private static final HistoryEvent FIRST = new HistoryEvent.BuildEnded(new BuildId("team/app/feature%2Fx", 12));
    private static final HistoryEvent SECOND = new HistoryEvent.JobMoved("old/name", "new/\u00e4\u00f6 name");

    @TempDir
    private Path folder;

    private EventQueue queue(int capacity) throws IOException {
        return new EventQueue(folder.resolve("queue"), capacity);
    }

    private static HistoryEvent take(EventQueue queue) throws InterruptedException {
        Map.Entry<Long, HistoryEvent> oldest = queue.oldest().orElseThrow();
        queue.remove(oldest.getKey());
        return oldest.getValue();
    }

    @Test
    void givesEventsInTheirOrder() throws Exception {
        EventQueue queue = queue(10);
        queue.add(FIRST);
        queue.add(SECOND);

        assertThat(queue.all()).containsExactly(FIRST, SECOND);
        assertThat(List.of(take(queue), take(queue))).containsExactly(FIRST, SECOND);
        assertThat(queue.size()).isZero();
    }

    @Test
    void goesOnAfterTheProcessWasKilled() throws Exception {
        EventQueue killed = queue(10);
        killed.add(FIRST);
        killed.add(SECOND);
        take(killed);
        killed.add(new HistoryEvent.JobDeleted("gone"));

        EventQueue next = queue(10);
        next.add(FIRST);

        assertThat(List.of(take(next), take(next), take(next)))
                .containsExactly(SECOND, new HistoryEvent.JobDeleted("gone"), FIRST);
    }

    @Test
    void anEventThatWasBeingDealtWithIsThereAgain() throws Exception {
        EventQueue killed = queue(10);
        killed.add(FIRST);
        killed.oldest();

        assertThat(take(queue(10))).isEqualTo(FIRST);
    }

    @Test
    void damagedAndHalfWrittenFilesAreGivenUp() throws Exception {
        queue(10).add(FIRST);
        Path files = folder.resolve("queue");
        Files.writeString(files.resolve("7.part"), "build en");
        Files.writeString(files.resolve("000000000000000005.event"), "build ended\napp\nmany\n");
        Files.write(files.resolve("000000000000000006.event"), new byte[] {(byte) 0xff, (byte) 0xfe});

        EventQueue queue = queue(10);

        assertThat(queue.size()).isEqualTo(1);
        assertThat(take(queue)).isEqualTo(FIRST);
        try (var left = Files.list(files)) {
            assertThat(left).isEmpty();
        }
    }

    @Test
    void givesUpTheOldestWhenThereAreTooMany() throws Exception {
        EventQueue queue = queue(2);
        queue.add(new HistoryEvent.JobDeleted("a"));
        queue.add(new HistoryEvent.JobDeleted("b"));
        queue.add(new HistoryEvent.JobDeleted("c"));

        assertThat(queue.size()).isEqualTo(2);
        assertThat(take(queue)).isEqualTo(new HistoryEvent.JobDeleted("b"));
    }

    @Test
    void closingLetsWaitersGoAndKeepsWhatWaits() throws Exception {
        EventQueue queue = queue(10);
        ExecutorService other = Executors.newSingleThreadExecutor();
        try {
            Future<Optional<Map.Entry<Long, HistoryEvent>>> waiting = other.submit(queue::oldest);
            queue.close();

            assertThat(waiting.get()).isEmpty();
            queue.add(FIRST);
            assertThat(queue.size()).isZero();
        } finally {
            other.shutdownNow();
        }
    }

    @Test
    void manyThreadsLoseNothing() throws Exception {
        EventQueue queue = queue(10_000);
        ExecutorService threads = Executors.newFixedThreadPool(4);
        List<Future<?>> all = new ArrayList<>();
        for (int thread = 0; thread < 4; thread++) {
            String job = "job" + thread;
            all.add(threads.submit(() -> {
                for (int build = 1; build <= 50; build++) {
                    queue.add(new HistoryEvent.BuildEnded(new BuildId(job, build)));
                }
                return null;
            }));
        }
        for (Future<?> one : all) {
            one.get();
        }
        threads.shutdownNow();

        assertThat(queue.size()).isEqualTo(200);
        assertThat(queue(10_000).size()).isEqualTo(200);
    }

    @Test
    void waitingForAnEmptyQueueEndsInTime() throws Exception {
        EventQueue queue = queue(10);
        assertThat(queue.awaitEmpty(1)).isTrue();
        queue.add(FIRST);
        assertThat(queue.awaitEmpty(1)).isFalse();
    }
}
