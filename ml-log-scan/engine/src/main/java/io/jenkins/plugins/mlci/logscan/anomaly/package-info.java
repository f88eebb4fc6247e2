/** Lines that differ from the baseline: never seen, rare, missing, too many, too slow. */
package io.jenkins.plugins.mlci.logscan.anomaly;
