package io.jenkins.plugins.mlci.shared.history;

import java.time.Instant;

/**
 * What was decided for a build. There is one for each build, kind and subject.
 *
 * @param build the build that asked; it need not be recorded yet
 * @param kind what was decided, for example {@code test-selection}; at most 255 characters
 * @param subject what tells several decisions of one kind in a build apart (a stage, an environment), usually empty; at most
 *     255 characters
 * @param model the model version that decided, as its registry writes it; empty when a rule decided
 * @param taken when
 * @param json the decision itself, as JSON; holds no names of people
 */
public record Decision(BuildId build, String kind, String subject, String model, Instant taken, String json) {}
