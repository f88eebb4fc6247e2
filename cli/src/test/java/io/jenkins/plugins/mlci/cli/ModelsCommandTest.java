package io.jenkins.plugins.mlci.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.jenkins.plugins.mlci.shared.history.HistoryStore;
import io.jenkins.plugins.mlci.shared.history.StoreLocation;
import io.jenkins.plugins.mlci.shared.history.jdbc.JdbcHistoryStore;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ModelsCommandTest {
    @TempDir
    private Path folder;

    @Test
    void saysWhereNoHistoryIs() {
        CliRun mlci = new CliRun(folder);
        assertThat(mlci.run("models", "list")).isEqualTo(ExitCode.NOT_FOUND.code());
        assertThat(mlci.err()).contains("There is no history in", "mlci import");
        assertThat(folder.resolve(".mlci")).doesNotExist();
        assertThat(mlci.run("models")).isEqualTo(ExitCode.USAGE.code());
        assertThat(mlci.err()).contains("list", "show");
    }

    @Test
    void listsAndShowsModels() throws IOException {
        Clock clock = Clock.fixed(CliRun.NOW, ZoneOffset.UTC);
        StoreLocation location = StoreLocation.embedded(folder.resolve(StoreAccess.DEFAULT));
        try (HistoryStore store = JdbcHistoryStore.open(location, clock, Thread::new)) {
            store.models().insert("app", "tests", "active", "{\"auc\":0.9}", bytes("{\"trees\":1}"));
            store.models().insert("app", "tests", "observing", "{}", bytes("{\"trees\":2}"));
        }
        CliRun mlci = new CliRun(folder);
        assertThat(mlci.run("models", "list")).isZero();
        assertThat(mlci.out())
                .containsPattern("app +tests +1 +active +2026-11-23T12:00:00Z")
                .containsPattern("app +tests +2 +observing");
        assertThat(mlci.run("models", "list", "--scope", "other")).isZero();
        assertThat(mlci.out()).contains("There is no model for other yet.");

        assertThat(mlci.run("models", "show", "app", "tests", "1", "--json", "-"))
                .isZero();
        JsonNode json = new ObjectMapper().readTree(mlci.out());
        assertThat(json.at("/model/trees").asInt()).isEqualTo(1);
        assertThat(json.at("/metrics/auc").asDouble()).isEqualTo(0.9);
        assertThat(mlci.run("models", "show", "app", "tests")).isZero();
        assertThat(mlci.out()).contains("version: 2", "{\"trees\":2}");
        assertThat(mlci.run("models", "show", "app", "tests", "9")).isEqualTo(ExitCode.NOT_FOUND.code());
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
