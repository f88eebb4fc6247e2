package io.jenkins.plugins.mlci.plugin.testselector.runner;

import io.jenkins.plugins.mlci.testselector.runner.Form;
import io.jenkins.plugins.mlci.testselector.runner.RunnerOptions;
import io.jenkins.plugins.mlci.testselector.runner.TestRunner;
import java.io.Serializable;

/**
 * A runner with its options, small enough to travel to an agent.
 *
 * @param symbol the runner's symbol; {@code template} for one of the author's own
 * @param include whether the tests to run are named instead of those to leave out
 * @param ctestListFiles whether ctest reads lists of names from a file
 * @param format the format of a template, otherwise empty
 * @param separator the separator of a template, otherwise empty
 */
public record RunnerSpec(String symbol, boolean include, boolean ctestListFiles, String format, String separator)
        implements Serializable {
    /** The symbol of {@link TemplateConfig}. */
    public static final String TEMPLATE = "template";

    /** One of the engine's runners. */
    public static RunnerSpec of(String symbol, boolean include) {
        return new RunnerSpec(symbol, include, false, "", "");
    }

    /**
     * The engine's runner.
     *
     * @throws IllegalArgumentException with a sentence when a template makes no sense
     */
    public TestRunner runner() {
        return symbol.equals(TEMPLATE) ? TestRunner.template(format, separator) : TestRunner.named(symbol);
    }

    /** How the engine shall write. */
    public RunnerOptions options() {
        return RunnerOptions.defaults()
                .withForm(include ? Form.INCLUDE : Form.EXCLUDE)
                .withCtestListFiles(ctestListFiles);
    }
}
