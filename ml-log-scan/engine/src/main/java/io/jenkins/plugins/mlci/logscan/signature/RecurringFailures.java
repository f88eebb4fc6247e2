package io.jenkins.plugins.mlci.logscan.signature;

import io.jenkins.plugins.mlci.shared.history.Build;
import io.jenkins.plugins.mlci.shared.history.BuildQuery;
import io.jenkins.plugins.mlci.shared.history.BuildResult;
import io.jenkins.plugins.mlci.shared.history.FailureSignature;
import io.jenkins.plugins.mlci.shared.history.HistoryStore;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/** The failures of one job, each with how often it came and what made it go away. */
public final class RecurringFailures {
    private final NavigableMap<Long, Build> builds = new TreeMap<>();
    private final List<FailureSignature> failures;

    /**
     * Reads the newest failures of a job.
     *
     * @param job its full name
     * @param newest how many failures are read at most
     */
    public RecurringFailures(HistoryStore history, String job, int newest) {
        failures = history.signatures().newestOfJob(job, newest);
        if (!failures.isEmpty()) {
            history.builds()
                    .list(BuildQuery.of(job).includingExcluded())
                    .forEach(build -> builds.put(build.id().number(), build));
        }
    }

    /** All that was read, newest first. */
    public List<FailureSignature> sightings() {
        return failures;
    }

    /** Each failure once, the most frequent first, and of equally frequent ones the latest. */
    public List<Recurring> list() {
        Map<String, List<FailureSignature>> bySignature = new LinkedHashMap<>();
        failures.forEach(failure -> bySignature
                .computeIfAbsent(failure.signature(), key -> new ArrayList<>())
                .add(failure));
        List<Recurring> list = new ArrayList<>();
        bySignature.values().forEach(same -> list.add(recurring(same)));
        list.sort(Comparator.comparingInt(Recurring::count)
                .thenComparing(Recurring::last)
                .reversed());
        return list;
    }

    private Recurring recurring(List<FailureSignature> newestFirst) {
        FailureSignature last = newestFirst.get(0);
        FailureSignature first = newestFirst.get(newestFirst.size() - 1);
        int retries = 0;
        Collection<Build[]> ends = ends(newestFirst);
        for (Build[] end : ends) {
            retries += same(end[0], end[1]) ? 1 : 0;
        }
        return new Recurring(
                last.signature(),
                last.category(),
                newestFirst.size(),
                first.seen(),
                first.build().number(),
                last.seen(),
                last.build().number(),
                SignatureJson.firstLine(last.json()),
                retries,
                ends.size() - retries);
    }

    /** For each time it went away: the last build that failed before, null when it is not recorded, and the good one. */
    private Collection<Build[]> ends(List<FailureSignature> newestFirst) {
        Map<Long, Build[]> ends = new LinkedHashMap<>();
        for (FailureSignature failure : newestFirst) {
            long number = failure.build().number();
            builds.tailMap(number, false).values().stream()
                    .filter(build -> build.result() == BuildResult.SUCCESS)
                    .findFirst()
                    .ifPresent(good -> ends.putIfAbsent(good.id().number(), new Build[] {builds.get(number), good}));
        }
        return ends.values();
    }

    private static boolean same(Build failed, Build good) {
        return failed != null && !failed.commit().isEmpty() && failed.commit().equals(good.commit());
    }
}
