package io.jenkins.plugins.mlci.plugin.testselector.runner;

import hudson.Extension;
import org.jenkinsci.Symbol;
import org.kohsuke.stapler.DataBoundConstructor;

/** A list of tests for a script of one's own. */
public final class RawConfig extends RunnerConfig {
    private static final long serialVersionUID = 1L;

    @DataBoundConstructor
    public RawConfig() {}

    @Override
    protected String symbol() {
        return "raw";
    }

    /** Offers it in pipelines and on forms. */
    @Extension
    @Symbol("raw")
    public static final class DescriptorImpl extends RunnerDescriptor {
        public DescriptorImpl() {
            super(RawConfig.class, "Raw list (JSON lines)");
        }
    }
}
