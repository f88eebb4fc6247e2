package io.jenkins.plugins.mlci.shared.evaluate;

/**
 * A number and where it may lie.
 *
 * @param estimate on all rows
 * @param low lower end
 * @param high upper end
 */
public record Interval(double estimate, double low, double high) {}
