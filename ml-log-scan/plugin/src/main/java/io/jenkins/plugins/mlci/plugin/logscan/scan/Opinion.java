package io.jenkins.plugins.mlci.plugin.logscan.scan;

import hudson.model.Job;
import io.jenkins.plugins.mlci.logscan.scan.Finding;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What a person says about lines that were shown as the cause. */
public enum Opinion {
    /** They are the cause. */
    CAUSE(1),
    /** They are noise. */
    NOISE(-1),
    /** Nothing: an opinion was taken back. */
    NONE(0);

    /** Of a long range so many lines are learned. */
    private static final int MOST_LINES = 12;

    private final int vote;

    Opinion(int vote) {
        this.vote = vote;
    }

    /** The name in JSON and in addresses. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The opinion with that {@link #key()}; empty for any other text. */
    public static Optional<Opinion> of(String key) {
        for (Opinion opinion : values()) {
            if (opinion.key().equals(key)) {
                return Optional.of(opinion);
            }
        }
        return Optional.empty();
    }

    /**
     * Teaches a job this opinion in place of an earlier one. The first line of a cause stands for it; noise is noise in all its lines.
     *
     * @return whether it was kept
     */
    public boolean teach(Job<?, ?> job, Finding range, Opinion before) {
        return Knowledge.update(
                job,
                knowledge -> knowledge.with(knowledge
                        .feedback()
                        .all(before.lines(range), -before.vote)
                        .all(lines(range), vote)));
    }

    private List<String> lines(Finding range) {
        return range.text().stream().limit(this == CAUSE ? 1 : MOST_LINES).toList();
    }
}
