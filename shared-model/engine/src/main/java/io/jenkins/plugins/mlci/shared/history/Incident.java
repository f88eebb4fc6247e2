package io.jenkins.plugins.mlci.shared.history;

import java.time.Instant;
import java.util.Optional;

/**
 * Something that broke in an environment.
 *
 * @param id unique among all incidents; at most 255 characters
 * @param environment where; at most 255 characters
 * @param deployment id of the deployment that caused it; empty when unknown
 * @param opened when it was noticed
 * @param resolved when it was over; empty while it is not
 * @param category what kind it is, in the words of the categoriser; empty when unknown
 * @param priority how bad it is, in the words of the prioritiser; empty when unknown
 * @param json its text, with secrets masked and people left out, and what resolved it, as JSON
 */
public record Incident(
        String id,
        String environment,
        String deployment,
        Instant opened,
        Optional<Instant> resolved,
        String category,
        String priority,
        String json) {}
