package io.jenkins.plugins.mlci.shared.privacy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.jenkins.plugins.mlci.shared.history.Build;
import io.jenkins.plugins.mlci.shared.history.BuildId;
import io.jenkins.plugins.mlci.shared.history.BuildQuery;
import io.jenkins.plugins.mlci.shared.history.BuildRecord;
import io.jenkins.plugins.mlci.shared.history.BuildResult;
import io.jenkins.plugins.mlci.shared.history.ChangeSet;
import io.jenkins.plugins.mlci.shared.history.Deployment;
import io.jenkins.plugins.mlci.shared.history.FailureSignature;
import io.jenkins.plugins.mlci.shared.history.HistoryStore;
import io.jenkins.plugins.mlci.shared.history.Incident;
import io.jenkins.plugins.mlci.shared.history.StoreLocation;
import io.jenkins.plugins.mlci.shared.history.jdbc.JdbcHistoryStore;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Retention and erasure over a real store. */
class RetentionTest {
    private static final Instant NOW = Instant.parse("2026-06-30T12:00:00Z");
    private static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);
    private static final String PERSON = "someone@example.org";

    @TempDir
    Path directory;

    private HistoryStore store;
    private Pseudonymizer people;

    @BeforeEach
    void open() {
        people = PseudonymKeys.create(directory.resolve("people.keys"), new SecureRandom());
        store = JdbcHistoryStore.open(StoreLocation.embedded(directory.resolve("store")), CLOCK, Thread::new);
        for (int day = 1; day <= 10; day++) {
            record("a", day);
            record("b", day);
        }
    }

    @AfterEach
    void close() {
        store.close();
    }

    @Test
    void keepsEverythingForever() {
        assertThat(new Retention(store, CLOCK).apply(RetentionPolicy.FOREVER))
                .isEqualTo(new Retention.Forgotten(0, 0, 0, 0));
        assertThat(builds("a")).isEqualTo(10);
    }

    @Test
    void forgetsWhatIsTooOld() {
        store.deployments().record(new Deployment("old", new BuildId("a", 1), "prod", daysAgo(4), "{}"));
        store.deployments().record(new Deployment("new", new BuildId("a", 2), "prod", daysAgo(2), "{}"));
        store.incidents().record(new Incident("old", "prod", "old", daysAgo(4), Optional.empty(), "", "", "{}"));
        store.signatures().record(new FailureSignature("s", new BuildId("c", 1), "network", true, daysAgo(4), "{}"));
        Retention.Forgotten forgotten = new Retention(store, CLOCK).apply(RetentionPolicy.ofAge(Duration.ofDays(3)));
        assertThat(forgotten).isEqualTo(new Retention.Forgotten(14, 1, 1, 1));
        assertThat(builds("a")).isEqualTo(3);
        assertThat(builds("b")).isEqualTo(3);
        assertThat(store.deployments().find("new")).isPresent();
    }

    @Test
    void keepsTheNewestBuildsOfEachJob() {
        RetentionPolicy policy = RetentionPolicy.ofAge(Duration.ofDays(8)).withMaxBuildsPerJob(2);
        assertThat(new Retention(store, CLOCK).apply(policy).builds()).isEqualTo(16);
        assertThat(store.builds().list(BuildQuery.of("b")))
                .extracting(Build::started)
                .containsExactly(daysAgo(2), daysAgo(1));
    }

    @Test
    void refusesPoliciesThatKeepNothing() {
        assertThatIllegalArgumentException().isThrownBy(() -> RetentionPolicy.ofAge(Duration.ZERO));
        assertThatIllegalArgumentException().isThrownBy(() -> RetentionPolicy.ofAge(Duration.ofDays(-1)));
        assertThatIllegalArgumentException().isThrownBy(() -> RetentionPolicy.FOREVER.withMaxBuildsPerJob(0));
    }

    @Test
    void erasesAPersonUnderAllKeys() throws IOException {
        String before = people.pseudonym(PERSON);
        people = PseudonymKeys.rotate(directory.resolve("people.keys"), new SecureRandom());
        record("a", 11);
        String after = people.pseudonym(PERSON);
        assertThat(content()).contains(before).contains(after);
        assertThat(new Erasure(store).erasePerson(" SomeOne@example.org", people))
                .isEqualTo(21);
        assertThat(content()).doesNotContain(before).doesNotContain(after);
        assertThat(new Erasure(store).erasePerson(PERSON, people)).isZero();
        assertThat(builds("a")).isEqualTo(11);
    }

    @Test
    void erasesAJob() throws IOException {
        store.builds().record(new BuildRecord(build("confidential-job", 1), List.of(), List.of()));
        assertThat(content()).contains("confidential-job");
        assertThat(new Erasure(store).eraseJob("confidential-job")).isTrue();
        assertThat(new Erasure(store).eraseJob("confidential-job")).isFalse();
        assertThat(content()).doesNotContain("confidential-job");
        assertThat(store.jobs().names()).containsExactly("a", "b");
    }

    private String content() throws IOException {
        return Files.readString(directory.resolve("store").resolve("history.mv.db"), StandardCharsets.ISO_8859_1);
    }

    private int builds(String job) {
        return store.builds().list(BuildQuery.of(job)).size();
    }

    private void record(String job, int day) {
        ChangeSet change = new ChangeSet("", "", List.of(), List.of(people.pseudonym(PERSON)), 1);
        store.builds().record(new BuildRecord(build(job, day), List.of(change), List.of()));
    }

    private static Build build(String job, int day) {
        return new Build(
                new BuildId(job, day),
                daysAgo(Math.max(0, 11 - day)),
                Duration.ofMinutes(1),
                BuildResult.SUCCESS,
                "",
                "");
    }

    private static Instant daysAgo(int days) {
        return NOW.minus(Duration.ofDays(days));
    }
}
