package io.jenkins.plugins.mlci.testselector.runner;

import io.jenkins.plugins.mlci.shared.history.TestId;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

/**
 * pytest 8.2 and later, with an argument file: {@code pytest @file}.
 *
 * <p>Seen with pytest 9.0: each line is one argument, so a comment or a blank line is an error or runs nothing, and an empty file
 * runs all. {@code --deselect} takes every node id that begins with the given text ({@code test_a} takes {@code test_ab}), so
 * files and classes end with {@code ::}, and a function whose name begins another's that must run is not deselected.
 */
final class PytestRunner extends AbstractRunner {
    static final String EXCLUDES = "pytest-excludes.txt";
    static final String INCLUDES = "pytest-includes.txt";

    PytestRunner() {
        super("pytest");
    }

    @Override
    void writeExcludes(KnownTests known, Draft draft) throws IOException {
        TreeMap<String, TestId> needed = new TreeMap<>();
        List<String> unnamed = new ArrayList<>();
        for (TestId test : known.run()) {
            Optional<String> id = PytestNodeId.of(test, draft.fileOf(test));
            id.ifPresent(value -> needed.put(value, test));
            if (id.isEmpty()) {
                unnamed.add(test.method());
            }
        }
        List<String> lines = new ArrayList<>();
        for (TestId test : known.skip()) {
            Optional<String> id = PytestNodeId.of(test, draft.fileOf(test));
            if (id.isEmpty()) {
                draft.cannotName(test, "it has no node id that fits on a line");
            } else if (beginsOne(needed, id.get())) {
                draft.cannotName(test, "its node id begins that of a test that must run");
            } else if (unnamed.stream().anyMatch(method -> method.startsWith(test.method()))) {
                draft.cannotName(test, "a test that must run has no node id, and may be meant by this one");
            } else {
                lines.add("--deselect=" + id.get());
            }
        }
        draft.command(List.of("@" + draft.excludes(EXCLUDES, lines)));
        draft.note("Needs pytest 8.2 or later, started in the root folder of the project");
    }

    private static boolean beginsOne(TreeMap<String, TestId> needed, String id) {
        String next = needed.ceilingKey(id);
        return next != null && next.startsWith(id);
    }

    @Override
    void writeIncludes(KnownTests known, Draft draft) throws IOException {
        List<String> lines = new ArrayList<>();
        for (TestId test : known.run()) {
            Optional<String> file = draft.fileOf(test).or(() -> PytestNodeId.fileIn(test.className()));
            Optional<String> id = file.isEmpty() ? Optional.empty() : PytestNodeId.of(test, file);
            id.ifPresentOrElse(
                    value -> lines.add(value.endsWith("::") ? value.substring(0, value.length() - 2) : value),
                    () -> draft.cannotName(test, "its file is not known"));
        }
        draft.command(List.of("@" + draft.includes(INCLUDES, lines)));
        draft.note("Needs pytest 8.2 or later, started in the folder that the files are relative to");
    }

    @Override
    void removeIncludes(Draft draft) throws IOException {
        draft.remove(INCLUDES);
    }

    @Override
    void writeNothing(Draft draft) throws IOException {
        removeIncludes(draft);
        draft.command(List.of("--collect-only", "--quiet"));
    }
}
