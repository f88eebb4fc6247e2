/** The settings of the log scan in the global configuration. */
package io.jenkins.plugins.mlci.plugin.logscan.config;
