package io.jenkins.plugins.mlci.deploygate.gate;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.mlci.deploygate.MemoryStore;
import io.jenkins.plugins.mlci.deploygate.incident.IncidentRecord;
import io.jenkins.plugins.mlci.shared.history.HistoryStore;
import io.jenkins.plugins.mlci.shared.learn.TrainingContext;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class IncidentDeskTest {
    private static final Instant NOW = MemoryStore.NOW;

    @TempDir
    private Path folder;

    private HistoryStore store;
    private IncidentDesk desk;

    @BeforeEach
    void open() {
        store = MemoryStore.in(folder);
        desk = new IncidentDesk(store, TrainingContext.seeded(1));
    }

    @AfterEach
    void close() {
        store.close();
    }

    private static IncidentRecord incident(String id, String environment, String title, Instant opened) {
        return new IncidentRecord(id, title, "", "", environment, "shop", "", opened, Optional.empty(), "", "", "");
    }

    private IncidentRecord keep(IncidentRecord incident) {
        return desk.open(incident, desk.consider(incident));
    }

    @Test
    void whatIsKnownStaysAsItIs() {
        keep(incident("i", "live", "Down", NOW));
        IncidentRecord again = keep(incident("i", "stage", "Typo", NOW));
        assertThat(again.environment()).isEqualTo("live");
        assertThat(store.incidents().find("i").orElseThrow().environment()).isEqualTo("live");
    }

    @Test
    void onlyTheFirstEndCounts() {
        keep(incident("i", " live ", "Down", NOW));
        desk.resolve("i", NOW.plusSeconds(60), "Restarted");
        IncidentRecord second =
                desk.resolve("i", NOW.plus(Duration.ofDays(3)), "Waited").orElseThrow();
        assertThat(second.resolved()).contains(NOW.plusSeconds(60));
        assertThat(second.resolution()).isEqualTo("Restarted");
        assertThat(second.environment()).isEqualTo("live");
        assertThat(desk.resolve("none", NOW, "x")).isEmpty();
    }
}
