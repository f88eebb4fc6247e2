package io.jenkins.plugins.mlci.deploygate.strategy;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * How an environment is at the moment.
 *
 * @param openIncidents ids of incidents that are open there
 * @param unverified id of the last deployment, while nothing is known of how it went and failures often take longer to show
 * @param sinceLast how long ago the last deployment started; empty when there is none
 * @param detection how long failures stay hidden there
 */
public record EnvironmentState(
        List<String> openIncidents,
        Optional<String> unverified,
        Optional<Duration> sinceLast,
        DetectionTimes detection) {
    /** Nothing is known. */
    public static final EnvironmentState QUIET =
            new EnvironmentState(List.of(), Optional.empty(), Optional.empty(), new DetectionTimes(List.of()));

    public EnvironmentState {
        openIncidents = List.copyOf(openIncidents);
    }
}
