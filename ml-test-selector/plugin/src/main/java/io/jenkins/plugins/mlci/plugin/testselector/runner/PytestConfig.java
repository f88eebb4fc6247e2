package io.jenkins.plugins.mlci.plugin.testselector.runner;

import hudson.Extension;
import org.jenkinsci.Symbol;
import org.kohsuke.stapler.DataBoundConstructor;

/** pytest. */
public final class PytestConfig extends RunnerConfig {
    private static final long serialVersionUID = 1L;

    @DataBoundConstructor
    public PytestConfig() {}

    @Override
    protected String symbol() {
        return "pytest";
    }

    /** Offers it in pipelines and on forms. */
    @Extension
    @Symbol("pytest")
    public static final class DescriptorImpl extends RunnerDescriptor {
        public DescriptorImpl() {
            super(PytestConfig.class, "pytest");
        }
    }
}
