/** Learns from builds when they have ended, in the background. */
package io.jenkins.plugins.mlci.plugin.logscan.learn;
