package io.jenkins.plugins.mlci.shared.history;

import java.util.List;

/**
 * All that is learned from one build.
 *
 * @param build its facts
 * @param changes what changed since its reference build, one for each checkout; empty when unknown
 * @param tests how its tests ended, each test at most once, in the order in which they were recorded
 */
public record BuildRecord(Build build, List<ChangeSet> changes, List<TestOutcome> tests) {
    public BuildRecord {
        changes = List.copyOf(changes);
        tests = List.copyOf(tests);
    }
}
