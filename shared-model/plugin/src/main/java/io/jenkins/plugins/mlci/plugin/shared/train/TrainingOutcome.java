package io.jenkins.plugins.mlci.plugin.shared.train;

import java.io.Serializable;

/**
 * What a training brought.
 *
 * @param model the portable model as JSON
 * @param evidence what is needed to decide whether it may come into force, in the words of its task (for example the predictions of
 *     both models on builds that neither had seen), as JSON
 */
public record TrainingOutcome(byte[] model, String evidence) implements Serializable {}
