package io.jenkins.plugins.mlci.deploygate.gate;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.mlci.deploygate.MemoryStore;
import io.jenkins.plugins.mlci.deploygate.incident.IncidentCategories;
import io.jenkins.plugins.mlci.deploygate.incident.IncidentJson;
import io.jenkins.plugins.mlci.deploygate.incident.IncidentRecord;
import io.jenkins.plugins.mlci.shared.history.BuildId;
import io.jenkins.plugins.mlci.shared.history.Deployment;
import io.jenkins.plugins.mlci.shared.history.DeploymentOutcome;
import io.jenkins.plugins.mlci.shared.history.DeploymentResult;
import io.jenkins.plugins.mlci.shared.history.HistoryStore;
import io.jenkins.plugins.mlci.shared.learn.TrainingContext;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
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
        return new IncidentRecord(
                id,
                title,
                "",
                "",
                environment,
                "shop",
                "",
                opened,
                Optional.empty(),
                "",
                "",
                "",
                IncidentRecord.Guesses.NONE);
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

    /** Six of each of two kinds. */
    private void categorised() {
        for (int i = 0; i < 12; i++) {
            boolean disk = i % 2 == 0;
            keep(new IncidentRecord(
                    "old" + i,
                    disk ? "The disk of a node is full" : "Lookups of hosts time out",
                    "",
                    "",
                    "live",
                    "shop",
                    "",
                    NOW.minus(Duration.ofDays(30 - i)),
                    Optional.empty(),
                    disk ? "storage" : "network",
                    "",
                    "",
                    IncidentRecord.Guesses.NONE));
        }
    }

    @Test
    void aGuessedKindIsMarkedAndTeachesNothing() {
        categorised();
        IncidentRecord kept = keep(incident("new", "live", "A disk is full again", NOW));
        assertThat(kept.category()).isEqualTo("storage");
        assertThat(kept.guesses()).isEqualTo(new IncidentRecord.Guesses(true, false));
        assertThat(kept.givenCategory()).isEmpty();
        IncidentRecord read = IncidentJson.read(store.incidents().find("new").orElseThrow());
        assertThat(read).isEqualTo(kept);
        assertThat(read.resolvedAt(NOW, "Deleted logs").guesses().category()).isTrue();
        List<IncidentRecord> guessed = java.util.stream.IntStream.range(0, 12)
                .mapToObj(i -> incident("g" + i, "live", "x " + i, NOW).guessed(i % 2 == 0 ? "a" : "b", ""))
                .toList();
        assertThat(IncidentCategories.learn(guessed, TrainingContext.seeded(1)))
                .as("guesses only")
                .isEmpty();
    }

    @Test
    void whatWasGivenIsNoGuess() {
        categorised();
        deploy(0);
        IncidentRecord kept = keep(new IncidentRecord(
                "new",
                "A disk is full",
                "",
                "",
                "live",
                "",
                "d0",
                NOW,
                Optional.empty(),
                "billing",
                "p0",
                "",
                IncidentRecord.Guesses.NONE));
        assertThat(kept.category()).isEqualTo("billing");
        assertThat(kept.givenDeployment()).isEqualTo("d0");
        assertThat(kept.guesses()).isEqualTo(IncidentRecord.Guesses.NONE);
        assertThat(store.deployments().outcomes("d0"))
                .extracting(DeploymentOutcome::result)
                .containsExactly(DeploymentResult.INCIDENT);
    }

    private void deploy(int hoursAgo) {
        store.deployments()
                .record(new Deployment(
                        "d" + hoursAgo,
                        new BuildId("shop", 1_000 - hoursAgo),
                        "live",
                        NOW.minus(Duration.ofHours(hoursAgo)),
                        "{}"));
    }

    @Test
    void findsTheCauseOfWhatHappenedLongAgo() {
        for (int hours = 150; hours >= 0; hours--) {
            deploy(hours);
        }
        store.deployments()
                .record(new DeploymentOutcome(
                        "d122", DeploymentResult.SUCCEEDED, NOW.minus(Duration.ofHours(121)), "{}"));
        IncidentRecord late = incident("late", "live", "Down", NOW.minus(Duration.ofMinutes(120 * 60 - 10)));
        IncidentDesk.Opinion opinion = desk.consider(late);
        assertThat(opinion.suspects().get(0).deployment()).isEqualTo("d120");
        assertThat(opinion.suspects().get(0).because()).contains("10 min before");
        assertThat(opinion.lastGood()).contains("d122");
        IncidentRecord kept = desk.open(late, opinion);
        assertThat(kept.guesses().deployment()).isEqualTo(!kept.deployment().isEmpty());
        assertThat(store.deployments().outcomes("d120"))
                .as("a guess gives no outcome")
                .isEmpty();
        assertThat(opinion.suggestions()).isNotEmpty();
        IncidentRecord over = desk.resolve("late", NOW, "Waited").orElseThrow();
        assertThat(desk.consider(over).suggestions()).isEmpty();
        assertThat(desk.consider(over).suspects()).isNotEmpty();
    }

    @Test
    void hoursSinceADeploymentAreThoseBeforeTheTime() {
        for (int hours = 100; hours >= 0; hours -= 10) {
            deploy(hours);
        }
        EarlierDeployments deployed = new EarlierDeployments(store);
        assertThat(deployed.hoursSince("live", NOW.minus(Duration.ofHours(85)))).isEqualTo(5);
        assertThat(deployed.hoursSince("live", NOW.minus(Duration.ofHours(101))))
                .isNaN();
        assertThat(deployed.into("live", NOW.minus(Duration.ofHours(85))))
                .extracting(Deployment::id)
                .containsExactly("d90", "d100");
    }
}
