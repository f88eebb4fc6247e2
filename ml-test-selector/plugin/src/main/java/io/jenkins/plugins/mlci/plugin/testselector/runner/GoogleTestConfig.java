package io.jenkins.plugins.mlci.plugin.testselector.runner;

import hudson.Extension;
import org.jenkinsci.Symbol;
import org.kohsuke.stapler.DataBoundConstructor;

/** GoogleTest. */
public final class GoogleTestConfig extends RunnerConfig {
    private static final long serialVersionUID = 1L;

    @DataBoundConstructor
    public GoogleTestConfig() {}

    @Override
    protected String symbol() {
        return "googletest";
    }

    /** Offers it in pipelines and on forms. */
    @Extension
    @Symbol("googletest")
    public static final class DescriptorImpl extends RunnerDescriptor {
        public DescriptorImpl() {
            super(GoogleTestConfig.class, "GoogleTest");
        }
    }
}
