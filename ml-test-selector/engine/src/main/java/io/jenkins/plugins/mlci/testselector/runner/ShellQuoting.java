package io.jenkins.plugins.mlci.testselector.runner;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Quotes arguments for a shell, so that each arrives as exactly one element of argv. */
public final class ShellQuoting {
    private ShellQuoting() {}

    /** For a POSIX shell: single quotes, inside which nothing is special (POSIX.1, XCU 2.2.2). */
    public static String posix(List<String> args) {
        List<String> quoted = new ArrayList<>(args.size());
        for (String arg : args) {
            quoted.add(posix(arg));
        }
        return String.join(" ", quoted);
    }

    /**
     * One argument for a POSIX shell.
     *
     * @throws IllegalArgumentException when it holds NUL, which no argument can
     */
    public static String posix(String arg) {
        if (arg.indexOf('\0') >= 0) {
            throw new IllegalArgumentException("An argument cannot hold the NUL character: leave it out");
        }
        if (!arg.isEmpty() && arg.chars().allMatch(ShellQuoting::isPlain)) {
            return arg;
        }
        return "'" + arg.replace("'", "'\\''") + "'";
    }

    /**
     * For a batch file of Windows (what the {@code bat} step of Jenkins writes): double quotes, {@code %} doubled, trailing
     * backslashes doubled for CommandLineToArgvW.
     *
     * @return empty when an argument holds a double quote, {@code !} or a control character: cmd.exe has no way to carry
     *     these that survives a second batch file such as {@code mvn.cmd}
     */
    public static Optional<String> windowsBatch(List<String> args) {
        List<String> quoted = new ArrayList<>(args.size());
        for (String arg : args) {
            if (arg.chars().anyMatch(c -> c == '"' || c == '!' || Character.isISOControl(c))) {
                return Optional.empty();
            }
            if (!arg.isEmpty() && arg.chars().allMatch(c -> isPlain(c) && c != '%' || c == '\\')) {
                quoted.add(arg);
            } else {
                int end = arg.length();
                while (end > 0 && arg.charAt(end - 1) == '\\') {
                    end--;
                }
                String tail = arg.substring(end);
                quoted.add("\"" + arg.replace("%", "%%") + tail + "\"");
            }
        }
        return Optional.of(String.join(" ", quoted));
    }

    private static boolean isPlain(int c) {
        return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9' || "_-./:@+".indexOf(c) >= 0;
    }
}
