package io.jenkins.plugins.mlci.testselector.runner;

import java.util.function.Predicate;

/** What a name must be to stand in a filter of a JVM runner. */
final class JavaNames {
    private JavaNames() {}

    /** Whether this is a binary class name such as {@code pkg.Outer$Inner}: identifiers with single dots between them. */
    static boolean isClass(String name) {
        if (name.isEmpty() || name.endsWith(".")) {
            return false;
        }
        for (String part : name.split("\\.", -1)) {
            if (part.isEmpty()
                    || !Character.isJavaIdentifierStart(part.codePointAt(0))
                    || !part.codePoints().allMatch(JavaNames::isPart)) {
                return false;
            }
        }
        return true;
    }

    /** Whether the JVM allows a method of this name (JVMS 4.2.2: not {@code . ; [ / < >}), and it fits on a line. */
    static boolean isMethod(String name) {
        Predicate<String> allowed = text -> text.chars().noneMatch(c -> ".;[/<>".indexOf(c) >= 0);
        return Names.isLine(name) && allowed.test(name);
    }

    /** The class that stands in a file of its own: {@code pkg.Outer} of {@code pkg.Outer$Inner}. */
    static String outermost(String className) {
        int dollar = className.indexOf('$', Math.max(className.lastIndexOf('.'), 0) + 1);
        return dollar <= 0 || dollar == className.length() - 1 ? className : className.substring(0, dollar);
    }

    private static boolean isPart(int c) {
        return Character.isJavaIdentifierPart(c)
                && !Character.isIdentifierIgnorable(c)
                && Character.getType(c) != Character.SURROGATE;
    }
}
