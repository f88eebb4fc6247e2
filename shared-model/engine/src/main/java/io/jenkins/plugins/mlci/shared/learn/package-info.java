/** Learners: tables and labels in, portable models out; seeded, capped, cancellable, in a pool that they were given. */
package io.jenkins.plugins.mlci.shared.learn;
