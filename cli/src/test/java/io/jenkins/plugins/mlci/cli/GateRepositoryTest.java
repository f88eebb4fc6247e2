package io.jenkins.plugins.mlci.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.jgit.api.errors.GitAPIException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One deployment after the other, out of a repository. */
class GateRepositoryTest {
    @TempDir
    private Path folder;

    private SmallRepository repository;
    private CliRun mlci;
    private int files;

    @BeforeEach
    void begin() throws IOException, GitAPIException {
        Path shop = folder.resolve("shop");
        repository = new SmallRepository(shop);
        mlci = new CliRun(shop);
        commits(1);
    }

    @Test
    void withoutANumberEachDeploymentIsOneMoreThanTheLatest() throws IOException {
        assertThat(gate(1, "--start")).isZero();
        assertThat(mlci.out()).contains("Recorded that shop#1@prod starts");
        assertThat(mlci.run("outcome", "shop#1@prod", "rolled-back")).isZero();
        assertThat(gate(100)).isZero();
        assertThat(mlci.out()).as("only asked").doesNotContain("Recorded");
        assertThat(gate(100, "--start")).isZero();
        assertThat(mlci.out()).contains("Recorded that shop#2@prod starts");
        assertThat(gate(101, "--start")).isZero();
        assertThat(mlci.run("outcome", "shop#3@prod", "success", "--json", "-")).isZero();
        JsonNode json = new ObjectMapper().readTree(mlci.out());
        assertThat(json.at("/deployments").asInt()).isEqualTo(3);
        assertThat(json.at("/changeFailureRate").asDouble())
                .as("the first one's outcome is nobody else's")
                .isEqualTo(0.5);
    }

    @Test
    void aDeploymentThatIsKnownIsNotStartedAgain() {
        assertThat(gate(1, "--build", "7", "--start")).isZero();
        assertThat(gate(1, "--build", "7", "--start")).as("told twice").isZero();
        assertThat(gate(1, "--build", "7", "--start", "--version-deployed", "2.0"))
                .isZero();
        assertThat(mlci.out()).doesNotContain("Recorded that");
        assertThat(gate(2, "--build", "7", "--start"))
                .as("a build that runs again goes on")
                .isZero();
        assertThat(mlci.err()).contains("shop#7@prod is known already", "--deployment");
        assertThat(mlci.out()).doesNotContain("Recorded that");
        assertThat(gate(2, "--build", "7", "--start", "--deployment", "shop-7-again"))
                .isZero();
    }

    @Test
    void comparesWithTheLastGoodDeployment() throws IOException, GitAPIException {
        assertThat(gate(1, "--version-deployed", "1.0", "--start")).isZero();
        assertThat(mlci.run("outcome", "shop#1@prod", "success")).isZero();
        commits(3);
        assertThat(gate(2, "--version-deployed", "2.0", "--start")).isZero();
        assertThat(mlci.out()).contains("What changes: 3 files since", "shop#1@prod, the last good deployment");
        assertThat(mlci.run("outcome", "shop#2@prod", "failure")).isZero();
        commits(1);
        assertThat(gate(3, "--version-deployed", "3.0", "--json", "-")).isZero();
        JsonNode json = new ObjectMapper().readTree(mlci.out());
        assertThat(json.at("/compared").asText()).startsWith("What changes: 4 files since");
        assertThat(json.at("/started").asBoolean()).isFalse();
        assertThat(gate(3, "--since", "HEAD~1")).isZero();
        assertThat(mlci.out()).contains("What changes: 1 file since").doesNotContain("good deployment");
    }

    @Test
    void whatBringsAnEarlierVersionBackPassesAStoppedLine() throws IOException {
        assertThat(gate(1, "--version-deployed", "1.0", "--start")).isZero();
        assertThat(gate(2, "--version-deployed", "2.0", "--start")).isZero();
        assertThat(mlci.run("incident", "open", "INC-1", "-e", "prod", "--title", "Checkout is down"))
                .isZero();
        String[] risky = {"--thresholds", "2,2,2", "--enforce"};
        assertThat(gate(3, with(risky, "--version-deployed", "3.0"))).isEqualTo(ExitCode.APPROVAL.code());
        assertThat(gate(3, with(risky, "--version-deployed", "1.0", "--start"))).isZero();
        assertThat(mlci.out())
                .contains("An earlier version comes back", "shop#2@prod counts as rolled back")
                .doesNotContain("Stop the line");
        assertThat(gate(4, with(risky, "--version-deployed", "1.0")))
                .as("it is there already")
                .isEqualTo(ExitCode.APPROVAL.code());
    }

    private int gate(int hour, String... more) {
        String[] all = with(new String[] {"gate", "-e", "prod"}, more);
        return mlci.at(CliRun.NOW.plus(Duration.ofHours(hour))).run(all);
    }

    private static String[] with(String[] first, String... more) {
        List<String> all = new ArrayList<>(List.of(first));
        all.addAll(List.of(more));
        return all.toArray(String[]::new);
    }

    private void commits(int count) throws IOException, GitAPIException {
        for (int i = 0; i < count; i++) {
            repository.commit("file" + files++ + ".txt", "Add a file");
        }
    }
}
