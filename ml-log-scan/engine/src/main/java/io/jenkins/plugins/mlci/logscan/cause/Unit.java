package io.jenkins.plugins.mlci.logscan.cause;

import io.jenkins.plugins.mlci.logscan.anomaly.LineEvidence;

/**
 * What the ranker judges as one: a line, or the frames of one stack trace that follow each other.
 */
final class Unit {
    /** Above this novelty a line counts as new: no good build has its wording. */
    private static final double NEW = 0.45;

    final LineEvidence line;
    final long first;
    final double novelty;
    LineTraits traits = LineTraits.UNKNOWN;
    long last;
    int block = -1;
    StockPhrase phrase = StockPhrase.NONE;
    boolean after;

    /** A unit that nobody has looked at yet. */
    Unit(LineEvidence line) {
        this.line = line;
        this.first = line.number();
        this.last = line.number();
        this.novelty = line.novelty();
    }

    /** Whether the traits of its line are known. */
    boolean isLookedAt() {
        return traits != LineTraits.UNKNOWN;
    }

    boolean has(WordGroup group) {
        return group.in(traits.groups());
    }

    boolean has(LineShape shape) {
        return shape.in(traits.shapes());
    }

    /** How many lines of the log it stands for. */
    int lines() {
        return (int) Math.min(Integer.MAX_VALUE, last - first + 1);
    }

    /** Whether no good build has such a line; false where there is none to compare with. */
    boolean isNew() {
        return novelty > NEW;
    }
}
