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
    long groups;
    int shapes;
    int length;
    int indent;
    int words;
    int digits;
    int uppers;
    int punctuation;
    long maskedHash;
    long wordsHash;
    double severity;
    long last;
    int block = -1;
    private boolean looked;

    /** A unit that nobody has looked at yet: it seems to have no words and no shape. */
    Unit(LineEvidence line) {
        this.line = line;
        this.first = line.number();
        this.last = line.number();
        this.novelty = line.novelty();
    }

    /** Whether the signs of its line are known. */
    boolean isLookedAt() {
        return looked;
    }

    /** Takes the signs of its line. */
    void look(LineSigns signs) {
        looked = true;
        this.groups = signs.groups;
        this.shapes = signs.shapes;
        this.length = signs.length;
        this.indent = signs.indent;
        this.words = signs.words;
        this.digits = signs.digits;
        this.uppers = signs.uppers;
        this.punctuation = signs.punctuation;
        this.maskedHash = signs.maskedHash;
        this.wordsHash = signs.wordsHash;
        this.severity = Severity.of(signs.groups, signs.shapes);
    }

    boolean has(WordGroup group) {
        return group.in(groups);
    }

    boolean has(LineShape shape) {
        return shape.in(shapes);
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
