/** The failures of a job over time, as tables and pictures; no Jenkins. */
package io.jenkins.plugins.mlci.plugin.logscan.trend;
