/** Trains models in the background, within a budget. */
package io.jenkins.plugins.mlci.plugin.shared.train;
