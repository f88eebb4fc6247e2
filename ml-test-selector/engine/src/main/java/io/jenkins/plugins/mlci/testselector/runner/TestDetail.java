package io.jenkins.plugins.mlci.testselector.runner;

/**
 * What a selection knows about one test, for the formats that carry it.
 *
 * @param probability probability that the test fails, 0 to 1; NaN when unknown
 * @param reason one sentence that says why the test was selected or skipped
 */
public record TestDetail(double probability, String reason) {}
