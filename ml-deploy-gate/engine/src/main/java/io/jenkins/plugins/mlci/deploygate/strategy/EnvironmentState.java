package io.jenkins.plugins.mlci.deploygate.strategy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * How an environment is at the moment.
 *
 * @param openIncidents ids of incidents that are open there, as far as they may be named
 * @param otherIncidents how many more are open there, at least 0
 * @param unverified id of the last deployment, while nothing is known of how it went and failures often take longer to show; the
 *     empty string where it may not be named
 * @param sinceLast how long ago the last deployment started; empty when there is none
 * @param detection how long failures stay hidden there
 */
public record EnvironmentState(
        List<String> openIncidents,
        int otherIncidents,
        Optional<String> unverified,
        Optional<Duration> sinceLast,
        DetectionTimes detection) {
    /** Nothing is known. */
    public static final EnvironmentState QUIET =
            new EnvironmentState(List.of(), 0, Optional.empty(), Optional.empty(), new DetectionTimes(List.of()));

    public EnvironmentState {
        openIncidents = List.copyOf(openIncidents);
        if (otherIncidents < 0) {
            throw new IllegalArgumentException("There cannot be " + otherIncidents + " incidents.");
        }
    }

    /** Which incidents are open, as the beginning of a sentence; empty when none is. */
    Optional<String> stopped() {
        List<String> parts = new ArrayList<>(openIncidents);
        boolean one = parts.size() + otherIncidents == 1;
        if (parts.isEmpty()) {
            return otherIncidents == 0
                    ? Optional.empty()
                    : Optional.of(otherIncidents + (one ? " incident is open" : " incidents are open"));
        }
        if (otherIncidents > 0) {
            parts.add(otherIncidents + (otherIncidents == 1 ? " other" : " others"));
        }
        int last = parts.size() - 1;
        String most = String.join(", ", parts.subList(0, Math.max(1, last)));
        return Optional.of(
                one ? "incident " + most + " is open" : "incidents " + most + " and " + parts.get(last) + " are open");
    }
}
