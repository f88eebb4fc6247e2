package io.jenkins.plugins.mlci.shared.history;

/**
 * One test in one build.
 *
 * @param build the build
 * @param outcome how the test ended
 * @param seconds how long it took, within 2 %; NaN when unknown
 */
public record TestRun(Build build, Outcome outcome, double seconds) {}
