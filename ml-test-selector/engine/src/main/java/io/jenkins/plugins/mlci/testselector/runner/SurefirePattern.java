package io.jenkins.plugins.mlci.testselector.runner;

import java.util.Collection;
import java.util.stream.Collectors;

/**
 * Lines of a Surefire list in the {@code %regex[...]} form (Surefire 2.19 and later). The plain form {@code pkg/SomeTest.java}
 * also takes {@code other/pkg/SomeTest}, and {@code SomeTest.java} takes that class in every package (both seen with 3.5.4), so it
 * would skip tests that nobody chose. Every character but ASCII letters, digits and {@code _} is written as an escape, so none is
 * left that Surefire reads as a comment, list, negation or wildcard.
 */
final class SurefirePattern {
    private static final String CASES = "(?:\\u005b.*)?";

    private SurefirePattern() {}

    /** Classes of one package, with what is nested in them as far as JUnit finds it through them. */
    static String classes(String packageName, Collection<String> simpleNames) {
        return "%regex[^" + path(packageName) + alternatives(simpleNames) + "\\.class$]";
    }

    /** Methods of a class, without what is nested in it. JUnit 4 hands Surefire each case of one, {@code add[2]}; JUnit 5 the method. */
    static String methods(String className, Collection<String> methods) {
        return "%regex[^" + path(packageOf(className)) + escaped(simpleName(className)) + "\\.class$#^"
                + alternatives(methods) + CASES + "$]";
    }

    /** All methods of a class, without what is nested in it. */
    static String allMethods(String className) {
        return "%regex[^" + path(packageOf(className)) + escaped(simpleName(className)) + "\\.class$#.*]";
    }

    static String packageOf(String className) {
        return className.substring(0, Math.max(className.lastIndexOf('.'), 0));
    }

    static String simpleName(String className) {
        return className.substring(className.lastIndexOf('.') + 1);
    }

    private static String path(String packageName) {
        return packageName.isEmpty() ? "" : escaped(packageName).replace("\\u002e", "/") + "/";
    }

    private static String alternatives(Collection<String> names) {
        return names.stream().map(SurefirePattern::escaped).collect(Collectors.joining("|", "(?:", ")"));
    }

    private static String escaped(String name) {
        StringBuilder out = new StringBuilder();
        for (char c : name.toCharArray()) {
            boolean plain = c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9' || c == '_';
            out.append(plain ? String.valueOf(c) : String.format("\\u%04x", (int) c));
        }
        return out.toString();
    }
}
