package io.jenkins.plugins.mlci.plugin.testselector.runner;

import hudson.Extension;
import org.jenkinsci.Symbol;
import org.kohsuke.stapler.DataBoundConstructor;

/** dotnet test. */
public final class DotnetConfig extends RunnerConfig {
    private static final long serialVersionUID = 1L;

    @DataBoundConstructor
    public DotnetConfig() {}

    @Override
    protected String symbol() {
        return "dotnet";
    }

    /** Offers it in pipelines and on forms. */
    @Extension
    @Symbol("dotnet")
    public static final class DescriptorImpl extends RunnerDescriptor {
        public DescriptorImpl() {
            super(DotnetConfig.class, "dotnet test");
        }
    }
}
