package io.jenkins.plugins.mlci.deploygate.incident;

/**
 * What is suggested.
 *
 * @param remedy what kind of remedy
 * @param sentence what to do and why
 * @param support how much speaks for it, [0, 1]: a probability where there is one, else a similarity
 */
public record Suggestion(Remedy remedy, String sentence, double support) {}
