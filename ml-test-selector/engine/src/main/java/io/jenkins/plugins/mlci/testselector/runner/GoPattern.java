package io.jenkins.plugins.mlci.testselector.runner;

import io.jenkins.plugins.mlci.shared.history.TestId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Names of Go tests, and the expressions of {@code -run} and {@code -skip}, which are split at slashes into one for each level. */
final class GoPattern {
    private static final Pattern PACKAGE = Pattern.compile("[A-Za-z0-9_.~][A-Za-z0-9_.~/+-]*");
    private static final Pattern FUNCTION = Pattern.compile("(Test|Example|Fuzz|Benchmark)[\\p{L}\\p{Nd}_]*");

    private GoPattern() {}

    /** Whether this is an import path that can be given to {@code go test}: no option, no {@code ..} and no {@code ...}. */
    static boolean isPackage(String name) {
        return PACKAGE.matcher(name).matches() && !name.contains("..") && !name.endsWith("/") && !name.contains("//");
    }

    /** Whether this is a test function, or a subtest of one. */
    static boolean isTest(TestId test) {
        String name = test.method();
        return Names.isLine(name)
                && FUNCTION.matcher(function(name)).matches()
                && !name.endsWith("/")
                && !name.contains("//");
    }

    static String function(String name) {
        return name.indexOf('/') < 0 ? name : name.substring(0, name.indexOf('/'));
    }

    /** One expression for names without one that is below another. */
    static String of(Collection<String> names) {
        List<String> expressions = new ArrayList<>();
        Set<String> functions = new TreeSet<>();
        for (String name : new TreeSet<>(names)) {
            if (name.indexOf('/') < 0) {
                functions.add(name);
            }
        }
        if (!functions.isEmpty()) {
            expressions.add("^(" + String.join("|", functions) + ")$");
        }
        for (String name : new TreeSet<>(names)) {
            if (name.indexOf('/') >= 0 && !functions.contains(function(name))) {
                expressions.add(List.of(name.split("/")).stream()
                        .map(level -> "^" + quoted(level) + "$")
                        .collect(Collectors.joining("/")));
            }
        }
        return String.join("|", expressions);
    }

    private static String quoted(String name) {
        StringBuilder out = new StringBuilder();
        for (char c : name.toCharArray()) {
            out.append("\\.+*?()|[]{}^$".indexOf(c) >= 0 ? "\\" + c : String.valueOf(c));
        }
        return out.toString();
    }
}
