package io.jenkins.plugins.mlci.testselector.change;

/** Words from outside, made fit for a sentence. */
final class Sentences {
    private static final int LONGEST = 200;

    private Sentences() {}

    /** A name in one line and of bounded length. */
    static String quote(String name) {
        return "\"" + plain(name) + "\"";
    }

    /** The message of an exception, or its kind where it has none. */
    static String reason(Exception exception) {
        String message = exception.getMessage();
        String reason = message == null || message.isBlank()
                ? exception.getClass().getSimpleName()
                : exception.getClass().getSimpleName() + ": " + message;
        String plain = plain(reason);
        return plain.endsWith(".") ? plain.substring(0, plain.length() - 1) : plain;
    }

    private static String plain(String text) {
        String line = text.replaceAll("[\\p{Cntrl}\\s]+", " ").strip();
        return line.length() <= LONGEST ? line : line.substring(0, LONGEST) + "…";
    }
}
