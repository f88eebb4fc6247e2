package io.jenkins.plugins.mlci.plugin.shared.page;

import hudson.Extension;
import hudson.model.AdministrativeMonitor;
import io.jenkins.plugins.mlci.plugin.shared.access.MlPermissions;
import io.jenkins.plugins.mlci.plugin.shared.jenkins.JenkinsFacade;
import io.jenkins.plugins.mlci.plugin.shared.store.SharedHistory;
import org.jenkinsci.Symbol;
import org.kohsuke.stapler.HttpRedirect;
import org.kohsuke.stapler.HttpResponse;
import org.kohsuke.stapler.interceptor.RequirePOST;

/** Tells admins that the history cannot be used, and why. Builds go on meanwhile. */
@Extension
@Symbol("machineLearningHistory")
public final class BrokenHistoryMonitor extends AdministrativeMonitor {
    private final JenkinsFacade jenkins = new JenkinsFacade();

    @Override
    public String getDisplayName() {
        return Messages.BrokenHistoryMonitor_DisplayName();
    }

    @Override
    public boolean isActivated() {
        return SharedHistory.get().status().isBroken();
    }

    /** Why it cannot be used. */
    public String getSentence() {
        return SharedHistory.get().status().sentence();
    }

    /** Tries at once whether the history works again. */
    @RequirePOST
    public HttpResponse doRetry() {
        jenkins.check(MlPermissions.MANAGE);
        SharedHistory.get().retry();
        SharedHistory.get().ask(history -> history.jobs().names().size(), 0);
        return HttpRedirect.CONTEXT_ROOT;
    }
}
