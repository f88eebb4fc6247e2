package io.jenkins.plugins.mlci.plugin.logscan.report;

/**
 * A build that failed in the same way.
 *
 * @param job its full name
 * @param number of the build
 * @param seen when, as ISO 8601
 */
public record Similar(String job, long number, String seen) {}
