package io.jenkins.plugins.mlci.plugin.testselector.runner;

import hudson.Extension;
import org.jenkinsci.Symbol;
import org.kohsuke.stapler.DataBoundConstructor;
import org.kohsuke.stapler.DataBoundSetter;

/** CTest of CMake. */
public final class CtestConfig extends RunnerConfig {
    private static final long serialVersionUID = 1L;

    private boolean listFiles;

    @DataBoundConstructor
    public CtestConfig() {}

    /** Whether ctest is 3.29 or later and reads lists of names from a file. */
    public boolean isListFiles() {
        return listFiles;
    }

    @DataBoundSetter
    public void setListFiles(boolean listFiles) {
        this.listFiles = listFiles;
    }

    @Override
    public RunnerSpec spec() {
        return new RunnerSpec(symbol(), isInclude(), listFiles, "", "");
    }

    @Override
    protected String symbol() {
        return "ctest";
    }

    /** Offers it in pipelines and on forms. */
    @Extension
    @Symbol("ctest")
    public static final class DescriptorImpl extends RunnerDescriptor {
        public DescriptorImpl() {
            super(CtestConfig.class, "CTest");
        }
    }
}
