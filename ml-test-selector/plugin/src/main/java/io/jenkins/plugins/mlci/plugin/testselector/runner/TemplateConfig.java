package io.jenkins.plugins.mlci.plugin.testselector.runner;

import hudson.Extension;
import hudson.Util;
import hudson.model.Item;
import hudson.util.FormValidation;
import jenkins.model.Jenkins;
import org.jenkinsci.Symbol;
import org.kohsuke.stapler.AncestorInPath;
import org.kohsuke.stapler.DataBoundConstructor;
import org.kohsuke.stapler.DataBoundSetter;
import org.kohsuke.stapler.QueryParameter;
import org.kohsuke.stapler.verb.POST;

/** A runner of the author's own: a format for each test. */
public final class TemplateConfig extends RunnerConfig {
    private static final long serialVersionUID = 1L;

    private static final String BLANK = " ";

    private final String format;
    private String separator = BLANK;

    @DataBoundConstructor
    public TemplateConfig(String format) {
        this.format = Util.fixNull(format);
    }

    /** What stands for one test, with {@code %s} for its name. */
    public String getFormat() {
        return format;
    }

    /** What stands between two tests; null for the usual blank. */
    public String getSeparator() {
        return separator.equals(BLANK) ? null : separator;
    }

    @DataBoundSetter
    public void setSeparator(String separator) {
        this.separator = separator == null || separator.isEmpty() ? BLANK : separator;
    }

    @Override
    public RunnerSpec spec() {
        return new RunnerSpec(symbol(), isInclude(), false, format, separator);
    }

    @Override
    protected String symbol() {
        return RunnerSpec.TEMPLATE;
    }

    /** Offers it in pipelines and on forms. */
    @Extension
    @Symbol(RunnerSpec.TEMPLATE)
    public static final class DescriptorImpl extends RunnerDescriptor {
        public DescriptorImpl() {
            super(TemplateConfig.class, "Template (another runner)");
        }

        /** Says whether the engine accepts the format. */
        @POST
        public FormValidation doCheckFormat(@AncestorInPath Item item, @QueryParameter String value) {
            if (item == null) {
                Jenkins.get().checkPermission(Jenkins.ADMINISTER);
            } else {
                item.checkPermission(Item.CONFIGURE);
            }
            try {
                new RunnerSpec(RunnerSpec.TEMPLATE, false, false, Util.fixNull(value), BLANK).runner();
                return FormValidation.ok();
            } catch (IllegalArgumentException e) {
                return FormValidation.error(e.getMessage());
            }
        }
    }
}
