package io.jenkins.plugins.mlci.testselector.replay;

/** What selecting with a confidence would have kept and saved after the warm-up. Builds in which all tests ran count too. */
public final class ConfidenceOutcome {
    private int builds;
    private int fullRuns;
    private int failingBuilds;
    private int keptBuilds;
    private double keptFailures;
    private double seconds;
    private double savedSeconds;
    private long tests;
    private long skippedTests;

    void add(boolean all, boolean[] selected, boolean[] failed, double[] durations) {
        builds++;
        fullRuns += all ? 1 : 0;
        int failures = 0;
        int kept = 0;
        for (int i = 0; i < failed.length; i++) {
            double duration = Double.isNaN(durations[i]) ? 0 : durations[i];
            seconds += duration;
            savedSeconds += selected[i] ? 0 : duration;
            tests++;
            skippedTests += selected[i] ? 0 : 1;
            failures += failed[i] ? 1 : 0;
            kept += failed[i] && selected[i] ? 1 : 0;
        }
        if (failures > 0) {
            failingBuilds++;
            keptBuilds += kept > 0 ? 1 : 0;
            keptFailures += (double) kept / failures;
        }
    }

    /** How many builds were judged. */
    public int builds() {
        return builds;
    }

    /** In how many of them all tests ran. */
    public int fullRuns() {
        return fullRuns;
    }

    /** How many of them failed. */
    public int failingBuilds() {
        return failingBuilds;
    }

    /** Share of failing builds with at least one failing test selected; NaN without failing builds. */
    public double keptBuilds() {
        return (double) keptBuilds / failingBuilds;
    }

    /** Mean share of a failing build's failing tests that were selected; NaN without failing builds. */
    public double keptFailures() {
        return keptFailures / failingBuilds;
    }

    /** Share of the test time saved, over all builds. */
    public double savedTime() {
        return savedSeconds / seconds;
    }

    /** Share of the tests left out, over all builds. */
    public double skippedTests() {
        return (double) skippedTests / tests;
    }
}
