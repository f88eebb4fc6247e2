package io.jenkins.plugins.mlci.shared.history;

import java.time.Instant;

/**
 * One version of a trained model, without the model itself.
 *
 * @param scope what it is for, as the registry writes it (a job, a family of jobs, the whole controller)
 * @param kind what it decides; at most 255 characters
 * @param version 1 for the first of its scope and kind, then one more than the newest
 * @param state where it stands, in the registry's words; at most 255 characters
 * @param created when it was inserted
 * @param metrics how good it is, as JSON
 */
public record StoredModel(String scope, String kind, int version, String state, Instant created, String metrics) {}
