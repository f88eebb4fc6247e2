package io.jenkins.plugins.mlci.testselector.runner;

import io.jenkins.plugins.mlci.shared.history.TestId;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * GoogleTest, with a flag file: {@code --gtest_flagfile=file}, which no command line limits.
 *
 * <p>Seen with the sources of August 2026: an empty flag file runs all tests; a comment in it, or {@code --gtest_filter=} with
 * nothing behind it, runs none, so neither is written. {@code * ? : -} cannot be named.
 */
final class GoogleTestRunner extends AbstractRunner {
    static final String EXCLUDES = "gtest-excludes.txt";
    static final String INCLUDES = "gtest-includes.txt";

    private static final Pattern PART = Pattern.compile("[\\p{L}\\p{N}_/.<>, ]+");

    GoogleTestRunner() {
        super("googletest");
    }

    @Override
    void writeExcludes(KnownTests known, Draft draft) throws IOException {
        List<String> patterns = patterns(known.skip(), draft);
        List<String> lines = patterns.isEmpty() ? List.of() : List.of("--gtest_filter=-" + String.join(":", patterns));
        draft.command(List.of("--gtest_flagfile=" + draft.excludes(EXCLUDES, lines)));
        draft.note("A --gtest_filter beside the flag file replaces it, or is replaced by it");
    }

    @Override
    void writeIncludes(KnownTests known, Draft draft) throws IOException {
        List<String> patterns = patterns(known.run(), draft);
        if (!patterns.isEmpty()) {
            List<String> lines = List.of("--gtest_filter=" + String.join(":", patterns));
            draft.command(List.of("--gtest_flagfile=" + draft.includes(INCLUDES, lines)));
        }
    }

    private static List<String> patterns(List<TestId> tests, Draft draft) {
        List<String> patterns = new ArrayList<>();
        for (TestId test : tests) {
            pattern(test)
                    .ifPresentOrElse(
                            patterns::add,
                            () -> draft.cannotName(
                                    test, "its name has a character that a GoogleTest filter cannot hold"));
        }
        return patterns.stream().distinct().toList();
    }

    private static Optional<String> pattern(TestId test) {
        String name = test.className() + "." + (test.method().isEmpty() ? "" : test.method());
        if (test.className().isEmpty()
                || !PART.matcher(name).matches()
                || !Names.isLine(name)
                || !name.equals(name.strip())) {
            return Optional.empty();
        }
        return Optional.of(test.method().isEmpty() ? name + "*" : name);
    }

    @Override
    void removeIncludes(Draft draft) throws IOException {
        draft.remove(INCLUDES);
    }

    @Override
    void writeNothing(Draft draft) throws IOException {
        removeIncludes(draft);
        draft.command(List.of("--gtest_list_tests"));
    }
}
