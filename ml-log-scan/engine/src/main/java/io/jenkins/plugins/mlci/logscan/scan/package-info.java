/** One pass over a log, from bytes to findings. */
package io.jenkins.plugins.mlci.logscan.scan;
