package io.jenkins.plugins.mlci.testselector.service;

import io.jenkins.plugins.mlci.shared.history.Build;
import io.jenkins.plugins.mlci.shared.history.BuildHistory;
import io.jenkins.plugins.mlci.shared.history.BuildQuery;
import io.jenkins.plugins.mlci.shared.history.BuildRecord;
import io.jenkins.plugins.mlci.testselector.selection.LearnedSelector;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Which builds of a job a selector has still to learn, oldest first. */
final class BuildFeed {
    /** Older builds teach little and cost time. */
    static final int NEWEST_BUILDS = 1000;

    /** What a selector knows grows with every build; with so many it is learned anew from the newest ones. */
    static final int MOST_LEARNED = 2 * NEWEST_BUILDS;

    private final BuildHistory history;

    BuildFeed(BuildHistory history) {
        this.history = history;
    }

    /**
     * What is to be learned.
     *
     * @param facts the newest builds of the job, oldest first
     * @param news those of them that are not learned yet
     * @param anew why what was learned must be left; empty when it can go on
     */
    record Plan(List<Build> facts, List<Build> news, Optional<String> anew) {
        /** The commit of the newest build that has one. */
        Optional<String> newestCommit() {
            return facts.stream()
                    .map(Build::commit)
                    .filter(commit -> !commit.isEmpty())
                    .reduce((older, newer) -> newer);
        }
    }

    Plan plan(String job, Optional<LearnedSelector> learned) {
        List<Build> facts = history.list(BuildQuery.of(job).newest(NEWEST_BUILDS));
        if (learned.isEmpty()) {
            return new Plan(facts, facts, Optional.empty());
        }
        Map<Long, Integer> known = learned.get().builds();
        Optional<String> anew = outdated(facts, known);
        List<Build> news = anew.isPresent()
                ? facts
                : facts.stream()
                        .filter(build -> !known.containsKey(build.id().number()))
                        .toList();
        return new Plan(facts, news, anew);
    }

    private static Optional<String> outdated(List<Build> facts, Map<Long, Integer> known) {
        Set<Long> present = new HashSet<>();
        long oldest = Long.MAX_VALUE;
        for (Build build : facts) {
            long number = build.id().number();
            present.add(number);
            oldest = Math.min(oldest, number);
            Integer fingerprint = known.get(number);
            if (fingerprint != null && fingerprint != LearnedSelector.fingerprint(build)) {
                return Optional.of("Build " + number + " was recorded again since it was learned.");
            }
        }
        for (long number : known.keySet()) {
            // Builds that grew too old may go; one among those that count was taken back.
            if (number >= oldest && !present.contains(number)) {
                return Optional.of("Build " + number + " was learned and has been excluded or deleted since.");
            }
        }
        return known.size() > MOST_LEARNED
                ? Optional.of("It has learned from " + known.size() + " builds; the newest count.")
                : Optional.empty();
    }

    /** These builds with changes and tests, oldest first. Read a few at a time. */
    Stream<BuildRecord> read(String job, List<Build> wanted) {
        if (wanted.isEmpty()) {
            return Stream.empty();
        }
        Instant first =
                wanted.stream().map(Build::started).min(Instant::compareTo).orElseThrow();
        Set<Long> numbers = new HashSet<>();
        wanted.forEach(build -> numbers.add(build.id().number()));
        return history.read(BuildQuery.of(job).startedSince(first).newest(NEWEST_BUILDS))
                .filter(build -> numbers.contains(build.build().id().number()));
    }

    /** The newest builds, enough of them to know which tests exist. */
    List<BuildRecord> recent(String job, Set<Long> partial) {
        for (int newest = 10; ; newest *= 10) {
            List<BuildRecord> builds =
                    history.read(BuildQuery.of(job).newest(newest)).toList();
            if (newest >= NEWEST_BUILDS || builds.size() < newest || LivingTests.enough(builds, partial)) {
                return builds;
            }
        }
    }
}
