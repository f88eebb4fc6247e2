package io.jenkins.plugins.mlci.testselector.runner;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A test runner that can be told which tests to leave out.
 *
 * <p>Three rules hold for all of them. A test that cannot be named safely in the runner's format runs. Nothing selected never
 * becomes nothing run, unless {@link EmptySelection#RUN_NOTHING} says so. A name reaches a file or an argument only escaped.
 */
public sealed interface TestRunner permits AbstractRunner {
    /** The symbol in a pipeline, for example {@code maven}. */
    String name();

    /** Whether the include form names classes or files as a whole, so that shards must not split a class. */
    boolean wholeClasses();

    /**
     * Writes the runner's files into a folder, which is created where missing; files of an earlier selection are replaced.
     *
     * @throws IOException when the folder cannot be written; all tests must run then
     */
    RunnerOutput write(SelectedTests tests, RunnerOptions options, Path dir) throws IOException;

    /** Every runner with a fixed format, in the order of the documentation. */
    static List<TestRunner> all() {
        return List.of(
                new MavenRunner(),
                new GradleRunner(),
                new PytestRunner(),
                new GoRunner(),
                new JestRunner(),
                new VitestRunner(),
                new CtestRunner(),
                new DotnetRunner(),
                new GoogleTestRunner(),
                new RspecRunner(),
                new PlaywrightRunner(),
                new RawRunner());
    }

    /**
     * The runner with a symbol.
     *
     * @throws IllegalArgumentException when there is none; the message lists those that there are
     */
    static TestRunner named(String symbol) {
        return all().stream()
                .filter(runner -> runner.name().equals(symbol))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("There is no test runner '" + Names.shown(symbol)
                        + "'. Use one of "
                        + all().stream().map(TestRunner::name).collect(Collectors.joining(", "))
                        + ", or a template"));
    }

    /** A runner of one's own: {@code format} for each test, joined with {@code separator}; see {@link TemplateRunner}. */
    static TestRunner template(String format, String separator) {
        return new TemplateRunner(format, separator);
    }
}
