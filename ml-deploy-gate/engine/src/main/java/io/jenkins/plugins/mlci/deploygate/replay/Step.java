package io.jenkins.plugins.mlci.deploygate.replay;

import io.jenkins.plugins.mlci.deploygate.change.DeploymentFacts;
import java.time.Instant;

/**
 * One recorded deployment, change or build.
 *
 * @param facts what was known when it started; its id is the key
 * @param label 1 when it failed, 0 when it was good
 * @param known when that became known
 * @param judged whether it is learned from and judged: not, when it was announced as temporary or itself took something back
 * @param numbers the numbers of the data set itself, for the baselines; NaN when missing
 */
public record Step(DeploymentFacts facts, double label, Instant known, boolean judged, double[] numbers) {}
