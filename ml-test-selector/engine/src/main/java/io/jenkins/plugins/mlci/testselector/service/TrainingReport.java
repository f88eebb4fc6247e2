package io.jenkins.plugins.mlci.testselector.service;

/**
 * What a training did.
 *
 * @param job whose builds were learned
 * @param learned how many builds were learned now
 * @param remaining how many are left, because the time was over or it was cancelled
 * @param model the version that is stored now, as decisions name it; empty when nothing was stored
 * @param stored whether a new version was stored
 * @param sentence what happened, for people
 */
public record TrainingReport(String job, int learned, int remaining, String model, boolean stored, String sentence) {}
