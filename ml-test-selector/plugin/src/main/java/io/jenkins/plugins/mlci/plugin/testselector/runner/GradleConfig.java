package io.jenkins.plugins.mlci.plugin.testselector.runner;

import hudson.Extension;
import org.jenkinsci.Symbol;
import org.kohsuke.stapler.DataBoundConstructor;

/** Gradle's test task. */
public final class GradleConfig extends RunnerConfig {
    private static final long serialVersionUID = 1L;

    @DataBoundConstructor
    public GradleConfig() {}

    @Override
    protected String symbol() {
        return "gradle";
    }

    /** Offers it in pipelines and on forms. */
    @Extension
    @Symbol("gradle")
    public static final class DescriptorImpl extends RunnerDescriptor {
        public DescriptorImpl() {
            super(GradleConfig.class, "Gradle");
        }
    }
}
