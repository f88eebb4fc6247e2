package io.jenkins.plugins.mlci.shared.history;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What broke in an environment. */
public interface IncidentHistory {
    /** Keeps an incident; one with the same id is replaced. */
    void record(Incident incident);

    /** The incident with this id. */
    Optional<Incident> find(String id);

    /** The newest incidents of all environments, newest first. */
    List<Incident> newest(int limit);

    /** The newest incidents of an environment, newest first. */
    List<Incident> newest(String environment, int limit);

    /** Forgets the incidents that were opened before a time. Returns how many. */
    int deleteOpenedBefore(Instant time);
}
