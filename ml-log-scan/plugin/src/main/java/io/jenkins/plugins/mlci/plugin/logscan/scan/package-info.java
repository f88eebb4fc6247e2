/** The log of a build, scanned through the log API of Jenkins, wherever logs are kept. */
package io.jenkins.plugins.mlci.plugin.logscan.scan;
