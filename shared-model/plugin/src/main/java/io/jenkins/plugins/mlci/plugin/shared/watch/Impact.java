package io.jenkins.plugins.mlci.plugin.shared.watch;

/**
 * One figure about the decisions in one job. Figures with the same measure and unit are added up over jobs.
 *
 * @param job full name of the job
 * @param measure what is counted, for people, for example {@code Test time saved} or {@code Failures missed}
 * @param value how much
 * @param unit what it is counted in, for example {@code min} or {@code failures}
 * @param good whether more of it is better
 */
public record Impact(String job, String measure, double value, String unit, boolean good) {}
