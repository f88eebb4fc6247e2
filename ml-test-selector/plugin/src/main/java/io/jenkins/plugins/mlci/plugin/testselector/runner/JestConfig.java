package io.jenkins.plugins.mlci.plugin.testselector.runner;

import hudson.Extension;
import org.jenkinsci.Symbol;
import org.kohsuke.stapler.DataBoundConstructor;

/** Jest. */
public final class JestConfig extends RunnerConfig {
    private static final long serialVersionUID = 1L;

    @DataBoundConstructor
    public JestConfig() {}

    @Override
    protected String symbol() {
        return "jest";
    }

    /** Offers it in pipelines and on forms. */
    @Extension
    @Symbol("jest")
    public static final class DescriptorImpl extends RunnerDescriptor {
        public DescriptorImpl() {
            super(JestConfig.class, "Jest");
        }
    }
}
