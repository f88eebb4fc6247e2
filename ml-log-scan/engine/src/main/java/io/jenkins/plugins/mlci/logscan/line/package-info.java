/** Bytes become lines: streaming, constant memory, without timestamps, colours and console notes. */
package io.jenkins.plugins.mlci.logscan.line;
