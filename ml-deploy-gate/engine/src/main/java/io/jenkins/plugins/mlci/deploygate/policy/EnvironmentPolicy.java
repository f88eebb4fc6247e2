package io.jenkins.plugins.mlci.deploygate.policy;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * What holds in one environment.
 *
 * @param thresholds from a probability to a verdict
 * @param freezes times in which nothing is deployed
 * @param enforce whether the verdict binds; while false, the gate only says what it would do
 */
public record EnvironmentPolicy(RiskThresholds thresholds, List<FreezeWindow> freezes, boolean enforce) {
    /** A failure costs ten times as much as a delay, no freezes, advice only. */
    public static final EnvironmentPolicy ADVISE =
            new EnvironmentPolicy(GateCosts.of(10, 1).thresholds(), List.of(), false);

    public EnvironmentPolicy {
        Objects.requireNonNull(thresholds, "thresholds");
        freezes = List.copyOf(freezes);
    }

    /** A freeze that holds, and when it ends. */
    public record Frozen(String name, Instant until) {}

    /** The freeze that holds at this time and ends last; empty when none does. */
    public Optional<Frozen> frozen(Instant time) {
        Frozen last = null;
        for (FreezeWindow freeze : freezes) {
            Optional<Instant> end = freeze.endsAfter(time);
            if (end.isPresent() && (last == null || end.get().isAfter(last.until))) {
                last = new Frozen(freeze.name(), end.get());
            }
        }
        return Optional.ofNullable(last);
    }
}
