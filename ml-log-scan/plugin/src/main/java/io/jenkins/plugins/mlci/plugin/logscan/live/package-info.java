/** A log that is watched while it is written, where it is written. */
package io.jenkins.plugins.mlci.plugin.logscan.live;
