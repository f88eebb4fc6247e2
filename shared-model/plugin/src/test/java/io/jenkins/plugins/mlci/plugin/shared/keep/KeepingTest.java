package io.jenkins.plugins.mlci.plugin.shared.keep;

import static org.assertj.core.api.Assertions.assertThat;

import hudson.model.TaskListener;
import io.jenkins.plugins.mlci.plugin.shared.OneJenkins;
import io.jenkins.plugins.mlci.plugin.shared.config.MachineLearningConfiguration;
import io.jenkins.plugins.mlci.plugin.shared.config.RetentionSettings;
import io.jenkins.plugins.mlci.plugin.shared.people.People;
import io.jenkins.plugins.mlci.plugin.shared.store.SharedHistory;
import io.jenkins.plugins.mlci.shared.history.Build;
import io.jenkins.plugins.mlci.shared.history.BuildId;
import io.jenkins.plugins.mlci.shared.history.BuildQuery;
import io.jenkins.plugins.mlci.shared.history.BuildRecord;
import io.jenkins.plugins.mlci.shared.history.BuildResult;
import io.jenkins.plugins.mlci.shared.history.ChangeSet;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What is too old goes by itself, and what must be forgotten goes for good. */
class KeepingTest extends OneJenkins {
    private static final String JANE = "jane@example.org";

    private static void record(String job, long number, int daysAgo) {
        Instant started = Instant.now().minus(Duration.ofDays(daysAgo));
        ChangeSet change =
                new ChangeSet("a", "b", List.of(), List.of(People.get().pseudonym(JANE)), 1);
        SharedHistory.get()
                .open()
                .builds()
                .record(new BuildRecord(
                        new Build(
                                new BuildId(job, number),
                                started,
                                Duration.ofSeconds(1),
                                BuildResult.SUCCESS,
                                "main",
                                "b"),
                        List.of(change),
                        List.of()));
    }

    private static List<Long> builds(String job) {
        return SharedHistory.get().open().builds().list(BuildQuery.of(job)).stream()
                .map(build -> build.id().number())
                .toList();
    }

    private static List<String> authors(String job, long number) {
        return SharedHistory.get()
                .open()
                .builds()
                .find(new BuildId(job, number))
                .orElseThrow()
                .changes()
                .get(0)
                .authors();
    }

    @Test
    void whatIsTooOldOrTooMuchGoesOnceADay() {
        record("app", 1, 100);
        record("app", 2, 20);
        record("app", 3, 10);
        RetentionSettings settings = new RetentionSettings();
        settings.setDays(30);
        settings.setBuildsPerJob(1);
        MachineLearningConfiguration.get().setRetention(settings);

        new RetentionWork().execute(TaskListener.NULL);

        assertThat(builds("app")).containsExactly(3L);
    }

    @Test
    void peopleGetNewPseudonymsWhenTheirKeyIsOldEnough() throws Exception {
        String before = People.get().pseudonym(JANE);
        RetentionSettings settings = new RetentionSettings();
        settings.setRotateKeyDays(30);
        MachineLearningConfiguration.get().setRetention(settings);

        new RetentionWork().execute(TaskListener.NULL);
        assertThat(People.get().pseudonym(JANE)).isEqualTo(before);

        Path key = jenkins.jenkins.getRootDir().toPath().resolve("secrets/machine-learning-pseudonyms.key");
        Files.setLastModifiedTime(key, FileTime.from(Instant.now().minus(Duration.ofDays(31))));
        new RetentionWork().execute(TaskListener.NULL);
        assertThat(People.get().pseudonym(JANE)).isNotEqualTo(before);
    }

    @Test
    void aPersonIsForgottenUnderEveryKey() {
        record("app", 1, 3);
        People.get().rotate();
        record("app", 2, 2);

        assertThat(new Forgetting().person(" JANE@example.org")).isEqualTo(2);

        assertThat(authors("app", 1)).isEmpty();
        assertThat(authors("app", 2)).isEmpty();
    }

    @Test
    void aJobIsForgottenWithItsModels() {
        record("app", 1, 3);
        record("other", 1, 3);
        SharedHistory.get().open().models().insert("job:app", "tests", "ACTIVE", "{}", new byte[] {1});

        assertThat(new Forgetting().job("app")).isTrue();
        assertThat(new Forgetting().job("app")).isFalse();

        assertThat(SharedHistory.get().open().jobs().names()).containsExactly("other");
        assertThat(SharedHistory.get().open().models().scopes()).isEmpty();
    }

    @Test
    void whatStartedBeforeATimeIsForgotten() {
        record("app", 1, 30);
        record("app", 2, 1);

        assertThat(new Forgetting().before(Instant.now().minus(Duration.ofDays(10))))
                .isEqualTo(1);

        assertThat(builds("app")).containsExactly(2L);
    }
}
