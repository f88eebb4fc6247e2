package io.jenkins.plugins.mlci.logscan.anomaly;

import java.util.List;
import java.util.Locale;

/** Pieces of sentences for reasons. */
final class Sentences {
    private static final int LONGEST_QUOTE = 80;
    private static final String VALUE = "<*>";

    private Sentences() {}

    /** A line in quotes, cut where it is long. */
    static String quote(String text) {
        String plain = text.strip();
        int end = plain.length() <= LONGEST_QUOTE
                ? plain.length()
                : plain.offsetByCodePoints(0, Math.min(LONGEST_QUOTE, plain.codePointCount(0, plain.length())));
        return '"' + plain.substring(0, end) + (end < plain.length() ? "...\"" : "\"");
    }

    /** Tokens as a line. */
    static String text(List<String> tokens) {
        StringBuilder text = new StringBuilder();
        tokens.forEach(token -> text.append(token == null ? VALUE : token));
        return text.toString();
    }

    /** For example {@code 1.5 s}, {@code 4 min 10 s}. */
    static String duration(long millis) {
        if (millis < 60_000) {
            return String.format(Locale.ROOT, "%.1f s", millis / 1000.0);
        }
        long seconds = millis / 1000;
        return seconds < 3600
                ? seconds / 60 + " min " + seconds % 60 + " s"
                : seconds / 3600 + " h " + seconds / 60 % 60 + " min";
    }
}
