package io.jenkins.plugins.mlci.plugin.shared.page;

import hudson.model.Api;
import io.jenkins.plugins.mlci.plugin.shared.access.MlPermissions;
import io.jenkins.plugins.mlci.plugin.shared.config.MachineLearningConfiguration;
import io.jenkins.plugins.mlci.plugin.shared.existing.ExistingBuilds;
import io.jenkins.plugins.mlci.plugin.shared.existing.ImportProgress;
import io.jenkins.plugins.mlci.plugin.shared.jenkins.JenkinsFacade;
import org.kohsuke.stapler.HttpRedirect;
import org.kohsuke.stapler.HttpResponse;
import org.kohsuke.stapler.export.Exported;
import org.kohsuke.stapler.export.ExportedBean;
import org.kohsuke.stapler.interceptor.RequirePOST;

/** Learning from the builds that are on the controller already. */
@ExportedBean
public final class ExistingPage extends MlPage {
    ExistingPage(MachineLearningLink link, JenkinsFacade jenkins) {
        super(link, jenkins);
    }

    @Override
    public String getUrlName() {
        return "existing";
    }

    @Override
    public String getDisplayName() {
        return Messages.ExistingPage_DisplayName();
    }

    @Override
    public String getDescription() {
        return Messages.ExistingPage_Description();
    }

    /** The page as JSON or XML. */
    public Api getApi() {
        return new Api(this);
    }

    public ImportProgress progress() {
        return ExistingBuilds.get().progress();
    }

    @Exported
    public String getState() {
        return progress().state().name();
    }

    /** Builds that were found when it began. */
    @Exported
    public long getBuilds() {
        return progress().builds();
    }

    @Exported
    public long getSeen() {
        return progress().seen();
    }

    @Exported
    public long getRecorded() {
        return progress().recorded();
    }

    /** From 0 to 100; -1 while unknown. */
    @Exported
    public int getPercent() {
        return progress().getPercent();
    }

    public boolean isRunning() {
        return progress().isRunning();
    }

    /** Where it stands, in a sentence. */
    public String getSentence() {
        ImportProgress progress = progress();
        return switch (progress.state()) {
            case NEVER -> Messages.ExistingPage_Never();
            case RUNNING ->
                Messages.ExistingPage_Running(
                        Words.number(progress.seen()),
                        Words.number(progress.builds()),
                        Words.number(progress.recorded()),
                        left(progress));
            case DONE -> Messages.ExistingPage_Done(Words.number(progress.seen()), Words.number(progress.recorded()));
            case CANCELLED ->
                Messages.ExistingPage_Cancelled(Words.number(progress.seen()), Words.number(progress.recorded()));
            case FAILED -> Messages.ExistingPage_Failed(progress.problem());
        };
    }

    private String left(ImportProgress progress) {
        long seconds = progress.secondsLeft(jenkins().clock().instant());
        return seconds < 0 ? Messages.ExistingPage_Unknown() : Words.duration(seconds);
    }

    /** What will be read: the patterns of the configuration. */
    public String getIncludes() {
        return MachineLearningConfiguration.get().getIncludeJobs();
    }

    public String getExcludes() {
        return MachineLearningConfiguration.get().getExcludeJobs();
    }

    /** Begins. */
    @RequirePOST
    public HttpResponse doStart() {
        check(MlPermissions.MANAGE);
        ExistingBuilds.get().start();
        audit("started learning from existing builds");
        return new HttpRedirect(".");
    }

    /** Ends it. */
    @RequirePOST
    public HttpResponse doCancel() {
        check(MlPermissions.MANAGE);
        ExistingBuilds.get().cancel();
        audit("cancelled learning from existing builds");
        return new HttpRedirect(".");
    }
}
