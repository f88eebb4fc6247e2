package io.jenkins.plugins.mlci.testselector.runner;

import io.jenkins.plugins.mlci.shared.history.TestId;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * {@code go test -skip} (Go 1.20 and later) or {@code -run}. The expression counts for every package of a call, and equal names in
 * two packages are common, so there is one call for each package.
 *
 * <p>A POSIX script makes these calls, and it is always written, so that whoever calls the runner needs to know one line only. In the
 * exclusion form it then tests all other packages, among them those that are new; the commands are those calls without that one.
 */
final class GoRunner extends AbstractRunner {
    static final String SCRIPT = "go-test.sh";
    static final String EXCLUDES = "go-excludes.txt";

    GoRunner() {
        super("go");
    }

    @Override
    void writeExcludes(KnownTests known, Draft draft) throws IOException {
        Set<String> parents = new TreeSet<>();
        for (TestId test : known.run()) {
            for (int slash = test.method().indexOf('/');
                    slash >= 0;
                    slash = test.method().indexOf('/', slash + 1)) {
                parents.add(test.className() + " " + test.method().substring(0, slash));
            }
        }
        Map<String, List<TestId>> packages = new TreeMap<>();
        for (TestId test : known.skip()) {
            if (!GoPattern.isPackage(test.className()) || !test.method().isEmpty() && !GoPattern.isTest(test)) {
                draft.cannotName(test, "its package or name is not one of Go");
            } else if (parents.contains(test.className() + " " + test.method())) {
                draft.cannotName(test, "a subtest of it must run");
            } else {
                packages.computeIfAbsent(test.className(), key -> new ArrayList<>())
                        .add(test);
            }
        }
        Map<String, String> skips = new LinkedHashMap<>();
        packages.forEach((name, tests) -> skips.put(name, skip(tests, draft)));
        skips.values().removeIf(String::isEmpty);
        draft.excludes(EXCLUDES, List.copyOf(skips.keySet()));
        draft.call(SCRIPT, GoScript.leavingOut(skips));
        skips.forEach((name, expression) -> draft.command(List.of("-skip=" + expression, name)));
        if (!skips.isEmpty()) {
            draft.note(
                    "The commands leave out tests of the packages they name; the script tests the other packages too");
        }
    }

    /** The expression that leaves out tests of one package, no longer than a command line may be. */
    private static String skip(List<TestId> tests, Draft draft) {
        if (tests.stream().anyMatch(test -> test.method().isEmpty())) {
            return ".";
        }
        Budget budget = new Budget(
                draft.options().maxArgumentChars(),
                20 + tests.get(0).className().length());
        // Twice the length, since each character may need a backslash.
        Set<TestId> fitting =
                Set.copyOf(budget.fitting(tests, test -> 2 * test.method().length() + 4));
        tests.stream()
                .filter(test -> !fitting.contains(test))
                .forEach(test -> draft.cannotName(test, "the command line is full"));
        return GoPattern.of(fitting.stream().map(TestId::method).collect(Collectors.toSet()));
    }

    @Override
    void writeIncludes(KnownTests known, Draft draft) throws IOException {
        Map<String, Set<String>> packages = new TreeMap<>();
        for (TestId test : known.run()) {
            if (!GoPattern.isPackage(test.className()) || !test.method().isEmpty() && !GoPattern.isTest(test)) {
                draft.cannotName(test, "its package or name is not one of Go");
            } else {
                // The whole function: a parent decides which subtests there are.
                packages.computeIfAbsent(test.className(), key -> new TreeSet<>())
                        .add(GoPattern.function(test.method()));
            }
        }
        List<List<String>> calls = new ArrayList<>();
        packages.forEach((name, functions) -> {
            if (functions.contains("")) {
                calls.add(List.of(name));
                return;
            }
            Budget budget = new Budget(draft.options().maxArgumentChars(), 20 + name.length());
            budget.pieces(List.copyOf(functions), 1)
                    .forEach(piece -> calls.add(List.of("-run=" + GoPattern.of(piece), name)));
        });
        draft.call(SCRIPT, GoScript.naming(calls));
        calls.forEach(draft::command);
    }

    @Override
    void writeNothing(Draft draft) throws IOException {
        draft.call(SCRIPT, GoScript.nothing());
        draft.command(List.of("-run=^$"));
    }
}
