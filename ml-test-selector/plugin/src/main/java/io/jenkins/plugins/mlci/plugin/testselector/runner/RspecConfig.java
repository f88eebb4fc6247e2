package io.jenkins.plugins.mlci.plugin.testselector.runner;

import hudson.Extension;
import org.jenkinsci.Symbol;
import org.kohsuke.stapler.DataBoundConstructor;

/** RSpec. */
public final class RspecConfig extends RunnerConfig {
    private static final long serialVersionUID = 1L;

    @DataBoundConstructor
    public RspecConfig() {}

    @Override
    protected String symbol() {
        return "rspec";
    }

    /** Offers it in pipelines and on forms. */
    @Extension
    @Symbol("rspec")
    public static final class DescriptorImpl extends RunnerDescriptor {
        public DescriptorImpl() {
            super(RspecConfig.class, "RSpec");
        }
    }
}
