package io.jenkins.plugins.mlci.plugin.deploygate.service;

import hudson.model.Run;
import hudson.scm.ChangeLogSet;
import io.jenkins.plugins.mlci.shared.secret.SecretText;
import java.time.Instant;
import java.util.Optional;
import jenkins.scm.RunWithSCM;

/**
 * What the change logs of builds say besides the files.
 *
 * @param title first line of the newest commit, secrets masked; empty when unknown
 * @param oldest when the oldest commit was made; empty when unknown
 */
record Commits(String title, Optional<Instant> oldest) {
    static Commits of(Iterable<Run<?, ?>> runs) {
        String title = "";
        long newest = Long.MIN_VALUE;
        long oldest = Long.MAX_VALUE;
        for (Run<?, ?> run : runs) {
            if (run instanceof RunWithSCM<?, ?> withScm) {
                for (ChangeLogSet<? extends ChangeLogSet.Entry> log : withScm.getChangeSets()) {
                    for (ChangeLogSet.Entry entry : log) {
                        long time = entry.getTimestamp();
                        if (time > newest || title.isEmpty()) {
                            newest = Math.max(newest, time);
                            title = firstLine(entry.getMsg());
                        }
                        oldest = time > 0 ? Math.min(oldest, time) : oldest;
                    }
                }
            }
        }
        Optional<Instant> first =
                oldest == Long.MAX_VALUE ? Optional.empty() : Optional.of(Instant.ofEpochMilli(oldest));
        return new Commits(title, first);
    }

    private static String firstLine(String message) {
        return message == null
                ? ""
                : SecretText.mask(message.strip().lines().findFirst().orElse(""));
    }
}
