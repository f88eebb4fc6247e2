package io.jenkins.plugins.mlci.plugin.testselector.runner;

import hudson.Extension;
import org.jenkinsci.Symbol;
import org.kohsuke.stapler.DataBoundConstructor;

/** Vitest. */
public final class VitestConfig extends RunnerConfig {
    private static final long serialVersionUID = 1L;

    @DataBoundConstructor
    public VitestConfig() {}

    @Override
    protected String symbol() {
        return "vitest";
    }

    /** Offers it in pipelines and on forms. */
    @Extension
    @Symbol("vitest")
    public static final class DescriptorImpl extends RunnerDescriptor {
        public DescriptorImpl() {
            super(VitestConfig.class, "Vitest");
        }
    }
}
