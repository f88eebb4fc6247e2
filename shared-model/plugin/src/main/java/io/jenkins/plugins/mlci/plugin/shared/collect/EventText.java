package io.jenkins.plugins.mlci.plugin.shared.collect;

import io.jenkins.plugins.mlci.shared.history.BuildId;
import java.util.Optional;

/** An event as a short text: its kind, its numbers and names, a line each. Names of jobs have no line breaks. */
final class EventText {
    private static final String ENDED = "build ended";
    private static final String BUILD_DELETED = "build deleted";
    private static final String JOB_DELETED = "job deleted";
    private static final String MOVED = "job moved";

    private EventText() {}

    static String write(HistoryEvent event) {
        if (event instanceof HistoryEvent.BuildEnded ended) {
            return lines(ENDED, ended.build().job(), Long.toString(ended.build().number()));
        }
        if (event instanceof HistoryEvent.BuildDeleted deleted) {
            return lines(
                    BUILD_DELETED,
                    deleted.build().job(),
                    Long.toString(deleted.build().number()));
        }
        if (event instanceof HistoryEvent.JobDeleted deleted) {
            return lines(JOB_DELETED, deleted.job(), "");
        }
        HistoryEvent.JobMoved moved = (HistoryEvent.JobMoved) event;
        return lines(MOVED, moved.from(), moved.to());
    }

    /** The event; empty when the text is damaged. */
    static Optional<HistoryEvent> read(String text) {
        String[] lines = text.split("\n", -1);
        if (lines.length < 3 || lines[1].isBlank()) {
            return Optional.empty();
        }
        try {
            return switch (lines[0]) {
                case ENDED -> Optional.of(new HistoryEvent.BuildEnded(build(lines)));
                case BUILD_DELETED -> Optional.of(new HistoryEvent.BuildDeleted(build(lines)));
                case JOB_DELETED -> Optional.of(new HistoryEvent.JobDeleted(lines[1]));
                case MOVED ->
                    lines[2].isBlank() ? Optional.empty() : Optional.of(new HistoryEvent.JobMoved(lines[1], lines[2]));
                default -> Optional.empty();
            };
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static BuildId build(String[] lines) {
        return new BuildId(lines[1], Long.parseLong(lines[2]));
    }

    private static String lines(String kind, String first, String second) {
        return kind + '\n' + first + '\n' + second + '\n';
    }
}
