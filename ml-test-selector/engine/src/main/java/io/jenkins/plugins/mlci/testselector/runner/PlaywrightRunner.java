package io.jenkins.plugins.mlci.testselector.runner;

import io.jenkins.plugins.mlci.shared.history.TestId;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Playwright Test 1.56 and later: {@code --test-list-invert file}, lines {@code file › describe › title}.
 *
 * <p>Seen with 1.65: an empty {@code --test-list-invert} runs all tests, an empty {@code --test-list} none. A line takes everything
 * whose titles begin with its titles. {@code #} begins a comment and <code>[</code> a project; such names cannot be written.
 */
final class PlaywrightRunner extends AbstractRunner {
    static final String EXCLUDES = "playwright-excludes.txt";
    static final String INCLUDES = "playwright-includes.txt";
    private static final String DELIMITER = " \u203a ";

    PlaywrightRunner() {
        super("playwright");
    }

    @Override
    void writeExcludes(KnownTests known, Draft draft) throws IOException {
        Set<String> needed = new HashSet<>();
        boolean unknownNeeded = false;
        for (TestId test : known.run()) {
            Optional<String> line = line(test, draft);
            line.ifPresent(value -> addWithParents(value, needed));
            unknownNeeded |= line.isEmpty();
        }
        List<String> lines = new ArrayList<>();
        for (TestId test : known.skip()) {
            Optional<String> line = line(test, draft);
            if (line.isEmpty()) {
                draft.cannotName(test, "its file or title cannot be written in a test list");
            } else if (unknownNeeded && test.method().isEmpty()) {
                draft.cannotName(
                        test, "a test that must run cannot be written in a test list, and may be in this file");
            } else if (needed.contains(line.get())) {
                draft.cannotName(test, "its title begins that of a test that must run");
            } else {
                lines.add(line.get());
            }
        }
        draft.command(
                List.of("--test-list-invert", draft.excludes(EXCLUDES, lines).toString()));
        draft.note("Needs Playwright 1.56 or later; files are relative to the test folder of its configuration");
    }

    private static void addWithParents(String line, Set<String> lines) {
        lines.add(line);
        for (int i = line.indexOf(DELIMITER); i >= 0; i = line.indexOf(DELIMITER, i + 1)) {
            lines.add(line.substring(0, i));
        }
    }

    @Override
    void writeIncludes(KnownTests known, Draft draft) throws IOException {
        List<String> lines = new ArrayList<>();
        for (TestId test : known.run()) {
            line(test, draft)
                    .ifPresentOrElse(
                            lines::add,
                            () -> draft.cannotName(test, "its file or title cannot be written in a test list"));
        }
        if (!lines.isEmpty()) {
            draft.command(List.of("--test-list", draft.includes(INCLUDES, lines).toString()));
        }
    }

    private static Optional<String> line(TestId test, Draft draft) {
        Optional<String> file = draft.fileOf(test).or(() -> Names.relativePath(test.className()));
        boolean writable = file.isPresent()
                && !file.get().startsWith("#")
                && !file.get().startsWith("[")
                && file.get().chars().noneMatch(c -> c == '>' || c == '\u203a' || c == ':')
                && (test.method().isEmpty()
                        || Names.isLine(test.method())
                                && test.method().equals(test.method().strip()));
        if (!writable) {
            return Optional.empty();
        }
        return Optional.of(test.method().isEmpty() ? file.get() : file.get() + DELIMITER + test.method());
    }

    @Override
    void removeIncludes(Draft draft) throws IOException {
        draft.remove(INCLUDES);
    }

    @Override
    void writeNothing(Draft draft) throws IOException {
        removeIncludes(draft);
        draft.command(List.of("--list"));
    }
}
