/** The settings, and where other plugins add their own. */
package io.jenkins.plugins.mlci.plugin.shared.config;
