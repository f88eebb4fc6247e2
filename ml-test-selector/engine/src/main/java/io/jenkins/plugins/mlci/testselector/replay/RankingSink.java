package io.jenkins.plugins.mlci.testselector.replay;

/** Takes the decision on each test of each judged build, so that others can score it. */
@FunctionalInterface
public interface RankingSink {
    /**
     * One decision.
     *
     * @param rankCount position from 1 under the count policy
     * @param rankTime position from 1 under the time policy
     */
    void accept(
            String subject,
            long cycle,
            String testNumber,
            int rankCount,
            int rankTime,
            double probability,
            boolean selected);
}
