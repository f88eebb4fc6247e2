package io.jenkins.plugins.mlci.testselector.service;

import java.util.List;

/**
 * What selection did for a job over its latest builds: for trends.
 *
 * @param outcomes one a build with a selection and results, oldest first
 * @param foundLater by position in {@code outcomes}: tests that were left out there and failed when they ran the next time,
 *     that is, failures that were found later than they could have been
 */
public record Impact(List<SelectionOutcome> outcomes, List<Integer> foundLater) {
    public Impact {
        outcomes = List.copyOf(outcomes);
        foundLater = List.copyOf(foundLater);
    }

    /** Seconds of test time really saved. */
    public double savedSeconds() {
        return outcomes.stream()
                .filter(outcome -> outcome.selection().leftOut())
                .mapToDouble(SelectionOutcome::savedSeconds)
                .sum();
    }

    /** Seconds that the builds which only observed would have saved. */
    public double wouldSaveSeconds() {
        return outcomes.stream()
                .filter(outcome -> !outcome.selection().leftOut())
                .mapToDouble(SelectionOutcome::savedSeconds)
                .sum();
    }

    /** Builds in which all tests ran and some failed, so that it is known whether selection would have seen it. */
    public int judgedBuilds() {
        return (int) outcomes.stream()
                .filter(outcome -> outcome.conclusive() && outcome.failures() > 0)
                .count();
    }

    /** Those of them with at least one failing test among the selected. */
    public int keptBuilds() {
        return (int) outcomes.stream()
                .filter(outcome -> outcome.conclusive() && outcome.failures() > 0 && !outcome.missedBuild())
                .count();
    }

    /** How many failures were found later than they could have been. */
    public int failuresFoundLater() {
        return foundLater.stream().mapToInt(Integer::intValue).sum();
    }
}
