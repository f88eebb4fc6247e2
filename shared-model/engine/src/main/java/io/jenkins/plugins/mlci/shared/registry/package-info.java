/** Versions of models by scope: which is in force, which only watches, and the way back. */
package io.jenkins.plugins.mlci.shared.registry;
