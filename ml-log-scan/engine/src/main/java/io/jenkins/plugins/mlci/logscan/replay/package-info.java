/** Recorded logs with labels, scored beside known methods. */
package io.jenkins.plugins.mlci.logscan.replay;
