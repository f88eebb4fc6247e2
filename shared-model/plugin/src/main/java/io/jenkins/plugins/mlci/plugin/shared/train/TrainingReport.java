package io.jenkins.plugins.mlci.plugin.shared.train;

import io.jenkins.plugins.mlci.shared.registry.Scope;
import java.time.Duration;
import java.time.Instant;

/**
 * How the last training of a scope went.
 *
 * @param purpose what the model predicts
 * @param scope what it is for
 * @param when when it ended
 * @param took how long it took
 * @param failed whether it came to no end
 * @param sentence what came of it
 */
public record TrainingReport(
        String purpose, Scope scope, Instant when, Duration took, boolean failed, String sentence) {}
