package io.jenkins.plugins.mlci.cli;

import java.util.regex.Pattern;

/** Texts come from outside and must not command the terminal, add a line of their own or turn the direction of reading. */
final class Printable {
    private static final String TURNING = "\\u2028\\u2029\\u202A-\\u202E\\u2066-\\u2069";
    private static final Pattern IN_CELL = Pattern.compile("[\\p{Cc}" + TURNING + "]");
    private static final Pattern IN_LINE = Pattern.compile("[\\p{Cc}" + TURNING + "&&[^\\t]]");

    private Printable() {}

    /** One line; tabs stay. */
    static String line(String text) {
        return IN_LINE.matcher(text).replaceAll("?");
    }

    /** One cell of a table. */
    static String cell(String text) {
        return IN_CELL.matcher(text).replaceAll("?");
    }
}
