package io.jenkins.plugins.mlci.deploygate.change;

/**
 * What the build that is deployed went through, from the shared history. NaN when unknown.
 *
 * @param tests tests that ran
 * @param failedTests tests that failed
 * @param skippedTests tests that exist and did not run, because they were skipped or left out by test selection: a build
 *     that is green only because tests did not run is not as green
 * @param skippedRisk probability in [0, 1] that a test that did not run would have failed, as test selection said
 * @param flakyTests tests that failed and then passed without a change
 * @param logAnomalies lines of the build's log that no recent good build had
 * @param failedBuildsBefore failed builds of the job between the last good one and this one
 */
public record BuildSignals(
        double tests,
        double failedTests,
        double skippedTests,
        double skippedRisk,
        double flakyTests,
        double logAnomalies,
        double failedBuildsBefore) {
    private static final double NAN = Double.NaN;

    /** Nothing is known. */
    public static final BuildSignals UNKNOWN = new BuildSignals(NAN, NAN, NAN, NAN, NAN, NAN, NAN);
}
