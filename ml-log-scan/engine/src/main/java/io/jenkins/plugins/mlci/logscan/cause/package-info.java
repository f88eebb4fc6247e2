/** The few lines that are the cause of a failure, found by a learned ranker. */
package io.jenkins.plugins.mlci.logscan.cause;
