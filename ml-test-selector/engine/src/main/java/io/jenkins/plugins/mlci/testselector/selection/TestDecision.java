package io.jenkins.plugins.mlci.testselector.selection;

import io.jenkins.plugins.mlci.shared.history.TestId;
import java.util.List;
import java.util.stream.Stream;

/**
 * What was decided of one test.
 *
 * @param test which
 * @param selected whether it runs
 * @param probability that it fails, [0, 1], as far as is known
 * @param seconds how long it is expected to take
 * @param rankCount its position, from 1, when a number of tests is the budget
 * @param rankTime its position, from 1, when time is the budget
 * @param reasons why, the strongest first, in words
 */
public record TestDecision(
        TestId test,
        boolean selected,
        double probability,
        double seconds,
        int rankCount,
        int rankTime,
        List<String> reasons) {
    /** The same where the test runs, for one more reason, which comes first. */
    TestDecision running(String because) {
        List<String> more = Stream.concat(Stream.of(because), reasons.stream()).toList();
        return new TestDecision(test, true, probability, seconds, rankCount, rankTime, more);
    }
}
