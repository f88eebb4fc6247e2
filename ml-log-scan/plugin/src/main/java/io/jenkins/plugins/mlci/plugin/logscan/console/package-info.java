/** Marks in the console at the lines that matter. */
package io.jenkins.plugins.mlci.plugin.logscan.console;
