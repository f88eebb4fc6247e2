package io.jenkins.plugins.mlci.cli;

/** A text as a sentence. */
final class Sentence {
    private Sentence() {}

    /** The text with one full stop at its end, unless it ends like a sentence already. */
    static String of(String text) {
        String stripped = text.stripTrailing();
        boolean ends = stripped.endsWith(".") || stripped.endsWith("!") || stripped.endsWith("?");
        return ends ? stripped : stripped + ".";
    }
}
