package io.jenkins.plugins.mlci.testselector.runner;

import io.jenkins.plugins.mlci.shared.history.TestId;
import java.util.Optional;
import java.util.function.Function;

/**
 * How the output is to be written.
 *
 * @param form whether skipped or selected tests are named
 * @param emptySelection what a selection without selected tests means
 * @param fileOf the test's file, relative to the folder in which the runner is started, where known
 * @param detailOf probability and reason of a test, where known
 * @param maxArgumentChars longest command line that may be built, in characters; Windows takes 32,767 in all
 * @param ctestListFiles whether ctest is 3.29 or later and reads lists of names from a file
 */
public record RunnerOptions(
        Form form,
        EmptySelection emptySelection,
        Function<TestId, Optional<String>> fileOf,
        Function<TestId, Optional<TestDetail>> detailOf,
        int maxArgumentChars,
        boolean ctestListFiles) {

    /** Leaves room for the command itself below the limit of Windows. */
    private static final int DEFAULT_ARGUMENT_CHARS = 30_000;

    public RunnerOptions {
        if (maxArgumentChars < 100) {
            throw new IllegalArgumentException(
                    "A command line needs room for at least 100 characters, not " + maxArgumentChars);
        }
    }

    /** Exclusions, all tests run when nothing is selected, no file known. */
    public static RunnerOptions defaults() {
        return new RunnerOptions(
                Form.EXCLUDE,
                EmptySelection.RUN_ALL,
                test -> Optional.empty(),
                test -> Optional.empty(),
                DEFAULT_ARGUMENT_CHARS,
                false);
    }

    public RunnerOptions withForm(Form value) {
        return new RunnerOptions(value, emptySelection, fileOf, detailOf, maxArgumentChars, ctestListFiles);
    }

    public RunnerOptions withEmptySelection(EmptySelection value) {
        return new RunnerOptions(form, value, fileOf, detailOf, maxArgumentChars, ctestListFiles);
    }

    public RunnerOptions withFileOf(Function<TestId, Optional<String>> value) {
        return new RunnerOptions(form, emptySelection, value, detailOf, maxArgumentChars, ctestListFiles);
    }

    public RunnerOptions withDetailOf(Function<TestId, Optional<TestDetail>> value) {
        return new RunnerOptions(form, emptySelection, fileOf, value, maxArgumentChars, ctestListFiles);
    }

    public RunnerOptions withMaxArgumentChars(int value) {
        return new RunnerOptions(form, emptySelection, fileOf, detailOf, value, ctestListFiles);
    }

    public RunnerOptions withCtestListFiles(boolean value) {
        return new RunnerOptions(form, emptySelection, fileOf, detailOf, maxArgumentChars, value);
    }
}
