package io.jenkins.plugins.mlci.plugin.shared.collect;

import io.jenkins.plugins.mlci.shared.history.BuildId;

/** Something that happened in Jenkins and that the history must follow. */
public sealed interface HistoryEvent {
    /** A build ended, or is to be read again. */
    record BuildEnded(BuildId build) implements HistoryEvent {}

    /** A build was deleted. */
    record BuildDeleted(BuildId build) implements HistoryEvent {}

    /** A job was deleted. */
    record JobDeleted(String job) implements HistoryEvent {}

    /** A job was renamed or moved. */
    record JobMoved(String from, String to) implements HistoryEvent {}
}
