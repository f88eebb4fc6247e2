package io.jenkins.plugins.mlci.testselector.runner;

import io.jenkins.plugins.mlci.shared.history.TestId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Skipped tests of a JVM or .NET runner by class and method. Reports name each case of a parameterized test ({@code
 * add(int)[2]}); runners filter by the method ({@code add}), so a method is left out only when all its known cases are.
 */
final class MethodGroups {
    private final Set<String> classes = new TreeSet<>();
    private final Map<String, Set<String>> methods = new TreeMap<>();

    private MethodGroups() {}

    /** Groups the skipped tests, and reports to the draft those whose method has a case that must run. */
    static MethodGroups of(KnownTests known, Draft draft) {
        MethodGroups groups = new MethodGroups();
        Set<TestId> needed = known.run().stream().map(MethodGroups::group).collect(Collectors.toSet());
        Map<TestId, List<TestId>> skipped = known.skip().stream()
                .collect(Collectors.groupingBy(MethodGroups::group, LinkedHashMap::new, Collectors.toList()));
        skipped.forEach((group, tests) -> {
            if (needed.contains(group)) {
                tests.forEach(test -> draft.cannotName(test, "another case of the same method must run"));
            } else if (group.method().isEmpty()) {
                groups.classes.add(group.className());
            } else {
                groups.methods
                        .computeIfAbsent(group.className(), key -> new TreeSet<>())
                        .add(group.method());
            }
        });
        // A class that is left out as a whole needs no list of its methods.
        groups.methods.keySet().removeAll(groups.classes);
        return groups;
    }

    private static TestId group(TestId test) {
        return new TestId("", test.className(), method(test.method()));
    }

    /** The method of a reported case: what stands before {@code (}, <code>[</code> or <code>{</code>. */
    static String method(String reported) {
        for (int i = 1; i < reported.length(); i++) {
            if ("([{".indexOf(reported.charAt(i)) >= 0) {
                String base = reported.substring(0, i).strip();
                return base.isEmpty() ? reported : base;
            }
        }
        return reported;
    }

    /** Classes that are left out as a whole, sorted. */
    Set<String> classes() {
        return classes;
    }

    /** Class to methods that are left out, sorted; without the classes that are left out as a whole. */
    Map<String, Set<String>> methods() {
        return methods;
    }
}
