package io.jenkins.plugins.mlci.plugin.testselector.runner;

import hudson.Extension;
import org.jenkinsci.Symbol;
import org.kohsuke.stapler.DataBoundConstructor;

/** Playwright. */
public final class PlaywrightConfig extends RunnerConfig {
    private static final long serialVersionUID = 1L;

    @DataBoundConstructor
    public PlaywrightConfig() {}

    @Override
    protected String symbol() {
        return "playwright";
    }

    /** Offers it in pipelines and on forms. */
    @Extension
    @Symbol("playwright")
    public static final class DescriptorImpl extends RunnerDescriptor {
        public DescriptorImpl() {
            super(PlaywrightConfig.class, "Playwright");
        }
    }
}
