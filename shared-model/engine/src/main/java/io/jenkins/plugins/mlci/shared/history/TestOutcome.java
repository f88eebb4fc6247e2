package io.jenkins.plugins.mlci.shared.history;

/**
 * How one test ended in one build.
 *
 * @param test which test
 * @param outcome how it ended
 * @param seconds how long it took, at least 0; NaN when unknown
 */
public record TestOutcome(TestId test, Outcome outcome, double seconds) {}
