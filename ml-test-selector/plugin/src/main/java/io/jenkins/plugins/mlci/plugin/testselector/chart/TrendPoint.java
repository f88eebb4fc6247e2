package io.jenkins.plugins.mlci.plugin.testselector.chart;

/**
 * One build of the trend.
 *
 * @param build number of the build
 * @param name its name as pages show it
 * @param observe whether all tests ran and the selection was only shown
 * @param all whether all tests ran by a rule
 * @param reason why, in words
 * @param tests how many tests are known
 * @param selected how many were selected
 * @param savedSeconds expected seconds of the tests that were, or in observe mode would have been, left out
 * @param failed how many tests failed; -1 while unknown
 * @param missed how many of them the selection left out; -1 while unknown
 */
public record TrendPoint(
        int build,
        String name,
        boolean observe,
        boolean all,
        String reason,
        int tests,
        int selected,
        double savedSeconds,
        int failed,
        int missed) {}
