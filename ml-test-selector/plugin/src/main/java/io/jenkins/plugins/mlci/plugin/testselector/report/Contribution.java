package io.jenkins.plugins.mlci.plugin.testselector.report;

/**
 * What one part of the evidence adds to the score of a test.
 *
 * @param name key of a feature, or one of the constants below
 * @param value the feature's value; NaN when unknown or when it is no feature
 * @param logOdds what it adds to the log-odds of a failure
 */
public record Contribution(String name, double value, double logOdds) {
    /** Where every test of its kind starts. */
    public static final String START = "start";

    /** What the builds of the job taught beyond prior knowledge. */
    public static final String LEARNED = "learned";

    /** Features too weak to be listed one by one. */
    public static final String OTHERS = "others";
}
