package io.jenkins.plugins.mlci.plugin.testselector.report;

/**
 * What became of a selection, once the results of the build are in.
 *
 * @param ran how many tests ran
 * @param failed how many of them failed
 * @param missed how many of the failed ones the policy would have left out
 * @param unknown how many of the failed ones nobody knew when the selection was made; such tests always run
 */
public record Aftermath(int ran, int failed, int missed, int unknown) {
    /** How many failures the selection kept. */
    public int kept() {
        return failed - missed;
    }
}
