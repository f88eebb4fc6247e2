package io.jenkins.plugins.mlci.plugin.testselector.runner;

import edu.umd.cs.findbugs.annotations.NonNull;
import hudson.model.Descriptor;

/** A kind of test runner, with its name for people. */
public abstract class RunnerDescriptor extends Descriptor<RunnerConfig> {
    private final String name;

    RunnerDescriptor(Class<? extends RunnerConfig> type, String name) {
        super(type);
        this.name = name;
    }

    @NonNull
    @Override
    public String getDisplayName() {
        return name;
    }
}
