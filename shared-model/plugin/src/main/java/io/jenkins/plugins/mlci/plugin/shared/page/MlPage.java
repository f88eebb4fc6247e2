package io.jenkins.plugins.mlci.plugin.shared.page;

import hudson.model.ModelObject;
import hudson.security.Permission;
import io.jenkins.plugins.mlci.plugin.shared.access.AuditLog;
import io.jenkins.plugins.mlci.plugin.shared.access.MlPermissions;
import io.jenkins.plugins.mlci.plugin.shared.jenkins.JenkinsFacade;
import io.jenkins.plugins.mlci.plugin.shared.store.SharedHistory;
import io.jenkins.plugins.mlci.plugin.shared.store.StoreStatus;
import java.util.List;
import jenkins.security.stapler.StaplerAccessibleType;

/** One of the pages below Manage Jenkins, Machine learning. */
@StaplerAccessibleType
public abstract class MlPage implements ModelObject {
    private final MachineLearningLink link;
    private final JenkinsFacade jenkins;

    MlPage(MachineLearningLink link, JenkinsFacade jenkins) {
        this.link = link;
        this.jenkins = jenkins;
    }

    /** Last part of the page's address. */
    public abstract String getUrlName();

    /** A sentence under the heading. */
    public abstract String getDescription();

    /** All pages, for the navigation. */
    public List<MlPage> getPages() {
        return link.pages();
    }

    /** Whether the current user may change anything here. */
    public boolean isManager() {
        return jenkins.has(MlPermissions.MANAGE);
    }

    /** Why nothing can be shown; empty when the history works. */
    public String getProblem() {
        StoreStatus status = SharedHistory.get().status();
        return status.isBroken() ? status.sentence() : "";
    }

    JenkinsFacade jenkins() {
        return jenkins;
    }

    void check(Permission permission) {
        jenkins.check(permission);
    }

    void audit(String what) {
        new AuditLog(jenkins).did(what);
    }
}
