package io.jenkins.plugins.mlci.plugin.shared.collect;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.mlci.shared.history.BuildId;
import java.util.List;
import org.junit.jupiter.api.Test;

class EventTextTest {
    @Test
    void everyKindOfEventSurvives() {
        for (HistoryEvent event : List.of(
                new HistoryEvent.BuildEnded(new BuildId("a/b c", 1)),
                new HistoryEvent.BuildDeleted(new BuildId("a", 987654)),
                new HistoryEvent.JobDeleted("folder/\u65e5\u672c"),
                new HistoryEvent.JobMoved("a", "b/a"))) {
            assertThat(EventText.read(EventText.write(event))).contains(event);
        }
    }

    @Test
    void nonsenseIsNoEvent() {
        for (String text : List.of(
                "",
                "build ended",
                "build ended\na\n",
                "build ended\na\n0\n",
                "build ended\na\nx\n",
                "build ended\n \n1\n",
                "job moved\na\n\n",
                "job born\na\nb\n")) {
            assertThat(EventText.read(text)).as(text).isEmpty();
        }
    }
}
