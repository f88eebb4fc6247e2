/** What a scan found, as it is kept with the build and told to people. */
package io.jenkins.plugins.mlci.plugin.logscan.report;
