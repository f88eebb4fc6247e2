package io.jenkins.plugins.mlci.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.jenkins.plugins.mlci.shared.history.HistoryStore;
import io.jenkins.plugins.mlci.shared.history.StoreLocation;
import io.jenkins.plugins.mlci.shared.history.jdbc.JdbcHistoryStore;
import io.jenkins.plugins.mlci.shared.registry.HistoryModelStore;
import io.jenkins.plugins.mlci.shared.registry.ModelRegistry;
import io.jenkins.plugins.mlci.shared.registry.Scope;
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

    @Test
    void rollsBackSuspendsAndResumes() throws IOException {
        Clock clock = Clock.fixed(CliRun.NOW, ZoneOffset.UTC);
        StoreLocation location = StoreLocation.embedded(folder.resolve(StoreAccess.DEFAULT));
        String large = "{\"state\":\"" + "x".repeat(5000) + "\",\"trees\":[" + "1,".repeat(50) + "1]}";
        try (HistoryStore store = JdbcHistoryStore.open(location, clock, Thread::new)) {
            ModelRegistry registry = new ModelRegistry(new HistoryModelStore(store.models()), clock);
            registry.install("test-selection", Scope.job("app"), bytes("{}"), "It is the first.");
            registry.install("test-selection", Scope.job("app"), bytes(large), "It knows more.");
        }
        CliRun mlci = new CliRun(folder);
        assertThat(mlci.run("models", "show", "app", "test-selection")).isZero();
        assertThat(mlci.out()).contains("5000 characters", "51 in all").hasSizeLessThan(1000);
        assertThat(mlci.run("models", "rollback", "app", "--reason", "It misses failures."))
                .isZero();
        assertThat(mlci.out()).contains("version 1 for job app is in force now");
        assertThat(mlci.run("models", "list", "--scope", "app")).isZero();
        assertThat(mlci.out())
                .containsPattern("1 +ACTIVE.*Rolled back to it: It misses failures")
                .containsPattern("2 +SUSPENDED");
        assertThat(mlci.run("models", "rollback", "job:app")).isZero();
        assertThat(mlci.out()).contains("No version of test-selection for job app is in force now", "suspended");
        assertThat(mlci.run("--json", "-", "models", "resume", "app")).isZero();
        assertThat(new ObjectMapper().readTree(mlci.out()).get("in_force").asInt())
                .isEqualTo(2);
        assertThat(mlci.run("--json", "-", "models", "suspend", "app")).isZero();
        assertThat(new ObjectMapper().readTree(mlci.out()).get("state").asText())
                .isEqualTo("SUSPENDED");
        assertThat(mlci.run("models", "rollback", "other")).isEqualTo(ExitCode.NOT_FOUND.code());
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
