package io.jenkins.plugins.mlci.logscan.cause;

/** What {@link LineScanner} saw in one line. One object is used again and again; who keeps something copies it. */
public final class LineSigns {
    /** How many words at most are kept for the comparison with known lines. */
    static final int MOST_WORDS = 48;

    long groups;
    int shapes;
    int length;
    int indent;
    int words;
    int digits;
    int uppers;
    int punctuation;
    /** Which marks the line has; several may share a bit, so one may seem to be there that is not. */
    long marks;
    /** The same for lines that differ only in tokens with digits. */
    long maskedHash;
    /** The same for lines with the same words of letters, in order, whatever stands between them. */
    long wordsHash;

    final long[] wordHashes = new long[MOST_WORDS];
    int wordCount;

    LineSigns() {}

    /** A mask of {@link WordGroup}. */
    public long groups() {
        return groups;
    }

    /** A mask of {@link LineShape}. */
    public int shapes() {
        return shapes;
    }

    /** The same for lines that differ only in tokens with digits, such as times, counts, hashes and temporary names. */
    public long maskedHash() {
        return maskedHash;
    }

    /** The bit of a mark. */
    static long mark(int mark) {
        return 1L << mark;
    }

    /** Whether the line may have that mark; if not, it has none. */
    boolean mayHave(char mark) {
        return (marks & mark(mark)) != 0;
    }

    boolean has(WordGroup group) {
        return group.in(groups);
    }

    boolean has(LineShape shape) {
        return shape.in(shapes);
    }

    /** What is kept of them. */
    LineTraits traits() {
        return new LineTraits(
                groups,
                shapes,
                length,
                indent,
                words,
                digits,
                uppers,
                punctuation,
                maskedHash,
                wordsHash,
                Severity.of(groups, shapes));
    }

    void reset() {
        groups = 0;
        shapes = 0;
        length = 0;
        indent = 0;
        words = 0;
        digits = 0;
        uppers = 0;
        punctuation = 0;
        marks = 0;
        maskedHash = WordTable.start();
        wordsHash = WordTable.start();
        wordCount = 0;
    }
}
