package io.jenkins.plugins.mlci.testselector.runner;

import io.jenkins.plugins.mlci.shared.history.TestId;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * {@code dotnet test --filter}. Windows takes 32,767 characters, through a response file too (vstest#2764). Exclusions are joined by
 * "and": split over several calls, each call would run what the others leave out; so the tests beyond the limit run. Inclusions can be
 * split. Special characters take a backslash, a comma is {@code %2C}.
 *
 * <p>All comparisons of the filter ignore case, so names that differ only in case are one name here.
 *
 * <p>A whole class can only be told by a part of the full name, {@code FullyQualifiedName!~Ns.Class.}; one without a namespace, or
 * whose name is a part of one that must run, is not left out.
 */
final class DotnetRunner extends AbstractRunner {
    static final String EXCLUDES = "dotnet-filter.txt";
    private static final String PROPERTY = "FullyQualifiedName";

    DotnetRunner() {
        super("dotnet");
    }

    @Override
    void writeExcludes(KnownTests known, Draft draft) throws IOException {
        Set<String> needed = known.run().stream()
                .map(test -> lower(fullName(test) + (test.method().isEmpty() ? "." : "")))
                .collect(Collectors.toSet());
        Map<TestId, String> conditions = new LinkedHashMap<>();
        for (TestId test : known.skip()) {
            String why = whyNot(test, needed);
            if (!why.isEmpty()) {
                draft.cannotName(test, why);
            } else if (test.method().isEmpty()) {
                conditions.put(test, PROPERTY + "!~" + escaped(test.className() + "."));
            } else {
                conditions.put(test, PROPERTY + "!=" + escaped(fullName(test)));
            }
        }
        Budget budget = new Budget(draft.options().maxArgumentChars(), "--filter ".length() + 2);
        List<String> fitting =
                budget.fitting(conditions.values().stream().distinct().toList(), condition -> condition.length() + 1);
        Set<String> kept = Set.copyOf(fitting);
        conditions.forEach((test, condition) -> {
            if (!kept.contains(condition)) {
                draft.cannotName(test, "the command line is full");
            }
        });
        String filter = String.join("&", fitting);
        draft.excludes(EXCLUDES, filter.isEmpty() ? List.of() : List.of(filter));
        if (!filter.isEmpty()) {
            draft.command(List.of("--filter", filter));
        }
        draft.note("A second --filter on the same command line replaces this one");
    }

    private static String whyNot(TestId test, Set<String> needed) {
        if (!isNameable(test)) {
            return "its name cannot be written in a filter";
        }
        String name = lower(fullName(test));
        if (!test.method().isEmpty()) {
            return needed.contains(name) ? "another case of the same method must run" : "";
        }
        if (test.className().indexOf('.') < 0) {
            return "a class without a namespace cannot be told from others";
        }
        return needed.stream().anyMatch(other -> other.contains(name + "."))
                ? "its name is a part of one that must run"
                : "";
    }

    @Override
    void writeIncludes(KnownTests known, Draft draft) {
        Set<String> conditions = new TreeSet<>();
        for (TestId test : known.run()) {
            if (!isNameable(test)) {
                draft.cannotName(test, "its name cannot be written in a filter");
            } else {
                // A part of the name, so that every case of a parameterized test runs.
                conditions.add(
                        PROPERTY + "~" + escaped(fullName(test) + (test.method().isEmpty() ? "." : "")));
            }
        }
        Budget budget = new Budget(draft.options().maxArgumentChars(), "--filter ".length() + 2);
        budget.pieces(List.copyOf(conditions), 1)
                .forEach(piece -> draft.command(List.of("--filter", String.join("|", piece))));
    }

    @Override
    void writeNothing(Draft draft) {
        draft.command(List.of("--list-tests"));
    }

    private static boolean isNameable(TestId test) {
        return Names.isLine(test.className())
                && (test.method().isEmpty() || Names.isLine(test.method()))
                && fullName(test).chars().noneMatch(c -> c == '"' || c == '%');
    }

    private static String fullName(TestId test) {
        return test.method().isEmpty() ? test.className() : test.className() + "." + MethodGroups.method(test.method());
    }

    private static String lower(String name) {
        return name.toLowerCase(Locale.ROOT);
    }

    private static String escaped(String name) {
        StringBuilder out = new StringBuilder();
        for (char c : name.toCharArray()) {
            if ("\\()&|=!~".indexOf(c) >= 0) {
                out.append('\\').append(c);
            } else {
                out.append(c == ',' ? "%2C" : String.valueOf(c));
            }
        }
        return out.toString();
    }
}
