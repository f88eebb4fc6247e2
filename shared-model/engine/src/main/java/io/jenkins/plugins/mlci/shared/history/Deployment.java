package io.jenkins.plugins.mlci.shared.history;

import java.time.Instant;

/**
 * One attempt to put a build into an environment.
 *
 * @param id unique among all deployments; at most 255 characters
 * @param build the build that deploys; it need not be recorded yet
 * @param environment where to, for example {@code prod}; at most 255 characters
 * @param started when it started
 * @param json what else is known about it, as JSON; holds no names of people
 */
public record Deployment(String id, BuildId build, String environment, Instant started, String json) {}
