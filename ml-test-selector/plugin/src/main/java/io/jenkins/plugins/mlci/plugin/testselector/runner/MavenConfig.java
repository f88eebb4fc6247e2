package io.jenkins.plugins.mlci.plugin.testselector.runner;

import hudson.Extension;
import org.jenkinsci.Symbol;
import org.kohsuke.stapler.DataBoundConstructor;

/** Maven Surefire and Failsafe. */
public final class MavenConfig extends RunnerConfig {
    private static final long serialVersionUID = 1L;

    @DataBoundConstructor
    public MavenConfig() {}

    @Override
    protected String symbol() {
        return "maven";
    }

    /** Offers it in pipelines and on forms. */
    @Extension
    @Symbol("maven")
    public static final class DescriptorImpl extends RunnerDescriptor {
        public DescriptorImpl() {
            super(MavenConfig.class, "Maven (Surefire, Failsafe)");
        }
    }
}
