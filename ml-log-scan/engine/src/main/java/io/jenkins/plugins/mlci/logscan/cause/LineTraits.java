package io.jenkins.plugins.mlci.logscan.cause;

/**
 * What is kept of the {@link LineSigns} of a line.
 *
 * @param groups a mask of {@link WordGroup}
 * @param shapes a mask of {@link LineShape}
 * @param length in bytes, without blanks around it
 * @param indent in columns
 * @param words how many
 * @param digits how many
 * @param uppers how many capitals
 * @param punctuation how many marks
 * @param maskedHash the same for lines that differ only in tokens with digits
 * @param wordsHash the same for lines with the same words of letters
 * @param severity see {@link Severity}
 */
record LineTraits(
        long groups,
        int shapes,
        int length,
        int indent,
        int words,
        int digits,
        int uppers,
        int punctuation,
        long maskedHash,
        long wordsHash,
        double severity) {
    /** Of a line that nobody has looked at: it seems to have no words and no shape. */
    static final LineTraits UNKNOWN = new LineTraits(0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0);
}
