package io.jenkins.plugins.mlci.deploygate.strategy;

/**
 * Something that would lower the risk.
 *
 * @param action what to do, in the imperative
 * @param because why it would help
 * @param probability the risk that would remain; NaN when that cannot be said
 */
public record Advice(String action, String because, double probability) {}
