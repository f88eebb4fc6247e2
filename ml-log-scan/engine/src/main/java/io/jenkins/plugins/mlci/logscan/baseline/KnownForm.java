package io.jenkins.plugins.mlci.logscan.baseline;

import java.util.List;

/**
 * What a job's good builds showed of one wording of a line. Recent builds count more: after each good build older ones count
 * {@value Baseline#DECAY} times what they did.
 *
 * @param key the hash of the wording, as hexadecimal digits
 * @param tokens the wording; null for a value
 * @param weight how many good builds had it, recent ones count more
 * @param lastBuild the number of the last good build that had it, counted from 1 as the baseline saw them
 * @param most the most lines one of the recent good builds had
 * @param position where its first line was, from 0 for the first line of the log to 1, on average
 * @param gapMillis the longest time until the next line in the recent good builds; -1 where no line had a time
 * @param churn how many good builds had lines behind it that no build before them had; recent ones count more
 * @param stages which stages had it, one bit for each of the baseline's stages
 */
public record KnownForm(
        String key,
        List<String> tokens,
        double weight,
        int lastBuild,
        double most,
        double position,
        double gapMillis,
        double churn,
        long stages) {}
