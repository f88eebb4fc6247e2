package io.jenkins.plugins.mlci.deploygate.gate;

import io.jenkins.plugins.mlci.shared.history.Deployment;
import io.jenkins.plugins.mlci.shared.history.HistoryStore;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.TreeSet;

/**
 * The deployments before some time, however long ago that was: an incident may be reported weeks after it was noticed. Looks at
 * the newest 5,000 of an environment and remembers when they started, so it is made anew for each question.
 */
final class EarlierDeployments {
    /** So many are enough to find a cause among. */
    static final int ENOUGH = 50;

    private static final int MOST = 5_000;
    private static final double MINUTES = 60;

    private final HistoryStore store;
    private final Map<String, NavigableSet<Instant>> starts = new HashMap<>();

    EarlierDeployments(HistoryStore store) {
        this.store = store;
    }

    /** The newest 50 deployments into an environment that started at a time or before, newest first. */
    List<Deployment> into(String environment, Instant time) {
        for (int limit = ENOUGH; ; limit = Math.min(MOST, 4 * limit)) {
            List<Deployment> newest = store.deployments().newest(environment, limit);
            List<Deployment> before = newest.stream()
                    .filter(each -> !each.started().isAfter(time))
                    .limit(ENOUGH)
                    .toList();
            if (before.size() == ENOUGH || newest.size() < limit || limit == MOST) {
                return before;
            }
        }
    }

    /** Hours from the last deployment into an environment to a time; NaN when there was none. */
    double hoursSince(String environment, Instant time) {
        Instant last = starts.computeIfAbsent(environment, this::starts).floor(time);
        return last == null ? Double.NaN : Duration.between(last, time).toMinutes() / MINUTES;
    }

    private NavigableSet<Instant> starts(String environment) {
        NavigableSet<Instant> started = new TreeSet<>();
        store.deployments().newest(environment, MOST).forEach(each -> started.add(each.started()));
        return started;
    }

    /** The risk that the gate gave a deployment; NaN when it was not asked. */
    double risk(Deployment deployment) {
        return store.decisions().of(deployment.build()).stream()
                .flatMap(decision -> AssessmentJson.read(decision).stream())
                .filter(kept -> kept.deployment().equals(deployment.id()))
                .mapToDouble(AssessmentJson.Kept::probability)
                .reduce(Double.NaN, (earlier, later) -> later);
    }
}
