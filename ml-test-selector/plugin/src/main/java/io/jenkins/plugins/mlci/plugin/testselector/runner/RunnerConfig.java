package io.jenkins.plugins.mlci.plugin.testselector.runner;

import hudson.ExtensionPoint;
import hudson.model.Describable;
import java.io.Serializable;
import org.kohsuke.stapler.DataBoundSetter;

/** The test runner that a selection is written for. */
public abstract class RunnerConfig implements Describable<RunnerConfig>, ExtensionPoint, Serializable {
    private static final long serialVersionUID = 1L;

    private boolean include;

    /** Whether the tests to run are named instead of those to leave out. A new test then does not run. */
    public boolean isInclude() {
        return include;
    }

    @DataBoundSetter
    public void setInclude(boolean include) {
        this.include = include;
    }

    /** The runner for the engine. */
    public RunnerSpec spec() {
        return RunnerSpec.of(symbol(), include);
    }

    /** The engine's symbol of the runner. */
    protected abstract String symbol();
}
