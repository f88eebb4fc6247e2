package io.jenkins.plugins.mlci.plugin.testselector.runner;

import hudson.Extension;
import org.jenkinsci.Symbol;
import org.kohsuke.stapler.DataBoundConstructor;

/** go test. */
public final class GoConfig extends RunnerConfig {
    private static final long serialVersionUID = 1L;

    @DataBoundConstructor
    public GoConfig() {}

    @Override
    protected String symbol() {
        return "go";
    }

    /** Offers it in pipelines and on forms. */
    @Extension
    @Symbol("go")
    public static final class DescriptorImpl extends RunnerDescriptor {
        public DescriptorImpl() {
            super(GoConfig.class, "Go test");
        }
    }
}
