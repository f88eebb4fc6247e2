package io.jenkins.plugins.mlci.testselector.results;

import java.util.regex.Pattern;

/**
 * A path pattern as Ant, and so Jenkins, writes it: {@code **} is any number of folders, also none, {@code *} and
 * {@code ?} stay within a name, and a slash at the end means all below.
 */
final class AntPattern {
    private final Pattern regex;

    AntPattern(String pattern) {
        if (pattern.isBlank()) {
            throw new IllegalArgumentException(
                    "A pattern for report files must not be empty; all XML files are **/*.xml");
        }
        String text = TestNames.path(pattern.strip());
        regex = Pattern.compile(translate(text.endsWith("/") ? text + "**" : text), Pattern.DOTALL);
    }

    /** Whether a path, relative and with slashes, matches as a whole. */
    boolean matches(String path) {
        return regex.matcher(path).matches();
    }

    private static String translate(String pattern) {
        StringBuilder built = new StringBuilder();
        int i = 0;
        while (i < pattern.length()) {
            if (pattern.startsWith("**/", i)) {
                built.append("(?:.*/)?");
                i += 3;
            } else if (pattern.startsWith("**", i)) {
                built.append(".*");
                i += 2;
            } else {
                char c = pattern.charAt(i);
                built.append(c == '*' ? "[^/]*" : c == '?' ? "[^/]" : Pattern.quote(String.valueOf(c)));
                i++;
            }
        }
        return built.toString();
    }
}
