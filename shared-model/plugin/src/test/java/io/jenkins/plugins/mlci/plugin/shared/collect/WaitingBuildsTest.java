package io.jenkins.plugins.mlci.plugin.shared.collect;

import static org.assertj.core.api.Assertions.assertThat;

import hudson.model.FreeStyleBuild;
import hudson.model.FreeStyleProject;
import io.jenkins.plugins.mlci.plugin.shared.OneJenkins;
import io.jenkins.plugins.mlci.plugin.shared.jenkins.JenkinsFacade;
import io.jenkins.plugins.mlci.plugin.shared.people.People;
import io.jenkins.plugins.mlci.plugin.shared.store.SharedHistory;
import io.jenkins.plugins.mlci.shared.history.Build;
import io.jenkins.plugins.mlci.shared.history.BuildId;
import io.jenkins.plugins.mlci.shared.history.BuildQuery;
import io.jenkins.plugins.mlci.shared.history.HistoryStore;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Builds whose job is renamed before they are recorded, with each event followed at the worst moment. */
class WaitingBuildsTest extends OneJenkins {
    private WaitingBuilds waiting;
    private EventHandler handler;
    private FreeStyleProject job;

    @BeforeEach
    void buildOnce() throws Exception {
        JenkinsFacade facade = new JenkinsFacade();
        waiting = new WaitingBuilds(facade);
        handler = new EventHandler(facade, SharedHistory.get(), People.get(), waiting);
        job = jenkins.createFreeStyleProject("before");
        jenkins.buildAndAssertSuccess(job);
        assertThat(history().jobs().names()).containsExactly("before");
    }

    @AfterEach
    void delete() throws Exception {
        job.delete();
    }

    @Test
    void aBuildIsFoundBeforeAnybodyHearsThatItsJobWasRenamed() throws Exception {
        BuildId second = endedUnrecorded();
        waiting.add(second, job);
        job.renameTo("after");
        HistoryStore history = asIfTheRenameWereStillToBeTold();

        handler.handle(new HistoryEvent.BuildEnded(second));
        handler.handle(new HistoryEvent.JobMoved("before", "after"));

        assertThat(history.jobs().names()).containsExactly("after");
        assertThat(numbers(history, "after")).containsExactly(1L, 2L);
    }

    @Test
    void aBuildLeftFromBeforeARestartIsFoundUnderItsNewName() throws Exception {
        BuildId second = endedUnrecorded();
        job.renameTo("between");
        job.renameTo("after");
        HistoryStore history = asIfTheRenameWereStillToBeTold();
        List<HistoryEvent> left = List.of(
                new HistoryEvent.BuildEnded(second),
                new HistoryEvent.JobMoved("before", "between"),
                new HistoryEvent.JobMoved("between", "after"));

        waiting.addAll(left);
        left.forEach(handler::handle);

        assertThat(history.jobs().names()).containsExactly("after");
        assertThat(numbers(history, "after")).containsExactly(1L, 2L);
    }

    @Test
    void aBuildThatWasRecordedIsForgotten() {
        BuildId build = new BuildId("before", 1);
        waiting.add(build, job);
        waiting.remove(build);
        assertThat(waiting.size()).isZero();
        assertThat(waiting.find(build)).isPresent();
        assertThat(waiting.find(new BuildId("before", 2))).isEmpty();
        assertThat(waiting.find(new BuildId("unknown", 1))).isEmpty();
    }

    /** A second build that the history does not have yet. */
    private BuildId endedUnrecorded() throws Exception {
        FreeStyleBuild second = jenkins.buildAndAssertSuccess(job);
        BuildId id = new BuildId("before", second.getNumber());
        history().builds().delete(id);
        return id;
    }

    private static HistoryStore asIfTheRenameWereStillToBeTold() throws InterruptedException {
        HistoryStore history = history();
        history.jobs().rename("after", "before");
        return history;
    }

    private static List<Long> numbers(HistoryStore history, String job) {
        return history.builds().list(BuildQuery.of(job)).stream()
                .map(Build::id)
                .map(BuildId::number)
                .toList();
    }
}
