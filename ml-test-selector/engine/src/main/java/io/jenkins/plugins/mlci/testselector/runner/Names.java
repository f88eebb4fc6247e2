package io.jenkins.plugins.mlci.testselector.runner;

import java.util.Optional;
import java.util.regex.Pattern;

/** Which names and paths from outside may go on into a list, and how they look in a message. */
final class Names {
    private static final int LONGEST = 4096;
    private static final int LONGEST_SHOWN = 120;
    private static final Pattern DRIVE = Pattern.compile("^[A-Za-z]:.*");

    private Names() {}

    /** Whether a name fits on one line of a UTF-8 file: not blank, no control character, no lone surrogate, at most 4096 long. */
    static boolean isLine(String name) {
        return !name.isBlank() && name.length() <= LONGEST && name.codePoints().noneMatch(Names::breaksLines);
    }

    private static boolean breaksLines(int c) {
        int type = Character.getType(c);
        return type == Character.CONTROL
                || type == Character.LINE_SEPARATOR
                || type == Character.PARAGRAPH_SEPARATOR
                || type == Character.SURROGATE;
    }

    /** A path below the folder of the runner, with slashes; empty when it is absolute, leaves the folder or looks like an option. */
    static Optional<String> relativePath(String path) {
        String slashes = path.replace('\\', '/');
        while (slashes.startsWith("./")) {
            slashes = slashes.substring(2);
        }
        if (!isLine(slashes)
                || slashes.startsWith("/")
                || slashes.startsWith("-")
                || slashes.startsWith("@")
                || !slashes.equals(slashes.strip())
                || DRIVE.matcher(slashes).matches()) {
            return Optional.empty();
        }
        for (String part : slashes.split("/", -1)) {
            if (part.isEmpty() || part.equals(".") || part.equals("..")) {
                return Optional.empty();
            }
        }
        return Optional.of(slashes);
    }

    /** A name for a message: control characters shown as {@code ?}, cut to 120 characters. */
    static String shown(String name) {
        StringBuilder shown = new StringBuilder();
        name.codePoints().limit(LONGEST_SHOWN).forEach(c -> shown.appendCodePoint(breaksLines(c) ? '?' : c));
        return shown.length() < name.length() ? shown + "..." : shown.toString();
    }
}
