package io.jenkins.plugins.mlci.testselector.runner;

import io.jenkins.plugins.mlci.shared.history.TestId;
import java.io.IOException;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * CTest: a list of exact names with {@code --exclude-from-file} (3.29 and later), or one regular expression with {@code -E}.
 *
 * <p>Seen with 3.25 and 4.4: the last {@code -E} replaces those before it, so an expression that is too long cannot be split, and
 * the tests beyond the limit run; an empty {@code --tests-from-file} runs nothing, so it is never written.
 */
final class CtestRunner extends AbstractRunner {
    static final String EXCLUDES = "ctest-excludes.txt";
    static final String INCLUDES = "ctest-includes.txt";

    CtestRunner() {
        super("ctest");
    }

    @Override
    void writeExcludes(KnownTests known, Draft draft) throws IOException {
        Set<String> needed = known.run().stream().map(CtestRunner::testName).collect(Collectors.toSet());
        Set<String> names = new LinkedHashSet<>();
        for (TestId test : known.skip()) {
            String name = testName(test);
            if (!isNameable(name)) {
                draft.cannotName(test, "its name does not fit on a line");
            } else if (needed.contains(name)) {
                draft.cannotName(test, "a test of the same name must run");
            } else {
                names.add(name);
            }
        }
        List<String> named = List.copyOf(names);
        if (draft.options().ctestListFiles()) {
            draft.command(List.of(
                    "--exclude-from-file", draft.excludes(EXCLUDES, named).toString()));
            return;
        }
        draft.excludes(EXCLUDES, named);
        Budget budget = new Budget(draft.options().maxArgumentChars(), "-E ^()$".length() + 2);
        Set<String> fitting =
                new LinkedHashSet<>(budget.fitting(named, name -> regex(name).length() + 1));
        for (TestId test : known.skip()) {
            if (names.contains(testName(test)) && !fitting.contains(testName(test))) {
                draft.cannotName(test, "the command line is full; CTest 3.29 and later reads a file instead");
            }
        }
        if (!fitting.isEmpty()) {
            draft.command(List.of("-E", expression(fitting.stream().toList())));
        }
    }

    @Override
    void writeIncludes(KnownTests known, Draft draft) throws IOException {
        Set<String> names = new LinkedHashSet<>();
        for (TestId test : known.run()) {
            String name = testName(test);
            if (isNameable(name)) {
                names.add(name);
            } else {
                draft.cannotName(test, "its name does not fit on a line");
            }
        }
        List<String> named = List.copyOf(names);
        String file = draft.includes(INCLUDES, named).toString();
        if (draft.options().ctestListFiles()) {
            draft.command(List.of("--tests-from-file", file));
            return;
        }
        Budget budget = new Budget(draft.options().maxArgumentChars(), "-R ^()$".length() + 2);
        List<String> expressions = named.stream().map(CtestRunner::regex).toList();
        budget.pieces(expressions, 1)
                .forEach(piece -> draft.command(List.of("-R", "^(" + String.join("|", piece) + ")$")));
    }

    @Override
    void removeIncludes(Draft draft) throws IOException {
        draft.remove(INCLUDES);
    }

    @Override
    void writeNothing(Draft draft) throws IOException {
        removeIncludes(draft);
        draft.command(List.of("--show-only"));
    }

    /** CTest's own report gives the name both as class and as name. */
    private static String testName(TestId test) {
        return test.method().isEmpty() ? test.className() : test.method();
    }

    private static boolean isNameable(String name) {
        return Names.isLine(name) && name.indexOf(';') < 0;
    }

    private static String expression(List<String> names) {
        return names.stream().map(CtestRunner::regex).collect(Collectors.joining("|", "^(", ")$"));
    }

    private static String regex(String name) {
        StringBuilder out = new StringBuilder();
        for (char c : name.toCharArray()) {
            out.append("\\^$.*+?()[]|-".indexOf(c) >= 0 ? "\\" + c : String.valueOf(c));
        }
        return out.toString();
    }
}
