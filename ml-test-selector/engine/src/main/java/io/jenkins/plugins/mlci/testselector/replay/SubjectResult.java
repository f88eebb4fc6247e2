package io.jenkins.plugins.mlci.testselector.replay;

import java.util.Map;

/**
 * What a replay of one subject measured.
 *
 * @param subject its name
 * @param cycles how many builds
 * @param judged how many builds with a failure after the warm-up
 * @param judgedNew how many of them with a new failure
 * @param methods figures by method, ours first
 * @param confidence what the confidence policy would have kept and saved
 */
public record SubjectResult(
        String subject,
        int cycles,
        int judged,
        int judgedNew,
        Map<String, MethodScores> methods,
        ConfidenceOutcome confidence) {}
