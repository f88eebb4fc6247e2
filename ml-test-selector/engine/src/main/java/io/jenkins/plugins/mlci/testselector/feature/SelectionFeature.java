package io.jenkins.plugins.mlci.testselector.feature;

import io.jenkins.plugins.mlci.shared.feature.Feature;
import io.jenkins.plugins.mlci.shared.feature.FeatureSchema;
import java.util.Arrays;

/**
 * What is known of a test before a change is tested, one number each; not-a-number where it is not known.
 *
 * <p>Times count builds of the job: log builds is the natural logarithm of one plus the number of builds.
 */
public enum SelectionFeature {
    FAILING("flag", "the test failed when it last ran"),
    FAILING_AT_REFERENCE("flag", "the test failed in the build that this change is compared with"),
    NEVER_RAN("flag", "the test has never run in this job"),
    STREAK("log builds", "how long the test has been ending the same way"),
    SINCE_FAILURE("log builds", "how long ago the test last failed"),
    SINCE_ONSET("log builds", "how long ago the test last began to fail"),
    SINCE_FLIP("log builds", "how long ago the test last changed between passing and failing"),
    FAILURE_RATE("share", "how often the test failed"),
    ONSET_RATE("share", "how often the test began to fail"),
    DECAYED_FAILURES("share", "how often the test failed lately, each build counting a fifth of the next"),
    FLIPS("count", "how often the test changed between passing and failing"),
    RUNS("log builds", "how often the test ran"),
    AGE("log builds", "how long the test has existed"),
    SECONDS("seconds", "how long the test takes"),
    SLOWNESS("log ratio", "how long the test takes compared with the mean of all tests"),
    OWN_FILE("flag", "the file of the test itself is changed"),
    OWN_CHURN("log lines", "how many lines of the test's own file are changed"),
    SAME_SUBJECT("share", "a changed file has the name of what the test is about"),
    NAME("share", "how much the test's name shares with the most similar name of a changed file"),
    NAME_RANK("share", "that similarity compared with the best one among all tests"),
    NAME_CONTAINED("share", "how much of the shorter of both names stands in the longer one"),
    FOLDER("share", "how much the test's folder shares with the most similar folder of a changed file"),
    TEXT("share", "how much of the test's name and folder stands anywhere in the names of the changed files"),
    TEXT_RANK("share", "that share compared with the best one among all tests"),
    NEIGHBOUR("flag", "another test in the same folder is changed"),
    SAME_FOLDER("flag", "a changed file lies in the test's package"),
    NEARNESS("share", "how near a changed file is in the tree of packages: 1 in the same, less with every step"),
    METHOD("share", "how much the test method's name shares with the names of the changed files"),
    FILE_ONSETS("share", "how often the test began to fail when one of the changed files had changed"),
    FOLDER_ONSETS("share", "how often the test began to fail when a file in the folder of a changed one had changed"),
    CO_CHANGE("share", "how often the test was changed together with one of the changed files"),
    SINCE_CHANGED("log builds", "how long ago the test itself was last changed"),
    SKIPPED_BUILDS("log builds", "for how many builds the test has not run"),
    FILES("log files", "how many files are changed"),
    CHURN("log lines", "how many lines are changed"),
    TESTS_CHANGED("log tests", "how many tests are changed"),
    LAST_FAILURES("share", "how many tests failed in the build before"),
    LAST_ONSETS("log tests", "how many tests began to fail in the build before"),
    BUILD_ONSETS("share", "how often a build of this job has a test that begins to fail");

    /** All features in their order. Version 1. */
    public static final FeatureSchema SCHEMA = new FeatureSchema(
            "test-selection",
            1,
            Arrays.stream(values())
                    .map(f -> Feature.of(f.key(), f.unit, f.meaning))
                    .toList());

    private final String unit;
    private final String meaning;

    SelectionFeature(String unit, String meaning) {
        this.unit = unit;
        this.meaning = meaning;
    }

    /** The feature's name in the schema. */
    public String key() {
        return name().toLowerCase(java.util.Locale.ROOT);
    }

    /** A sentence that a developer understands. */
    public String meaning() {
        return meaning;
    }
}
