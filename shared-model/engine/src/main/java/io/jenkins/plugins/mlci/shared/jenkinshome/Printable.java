package io.jenkins.plugins.mlci.shared.jenkinshome;

/** Makes text from outside fit for a sentence: short and without control characters. */
final class Printable {
    private static final int MAX_LENGTH = 120;

    private Printable() {}

    static String of(String text) {
        String cut = text.length() <= MAX_LENGTH ? text : text.substring(0, MAX_LENGTH) + "...";
        return cut.replaceAll("\\p{C}", "?");
    }
}
