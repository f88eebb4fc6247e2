package io.jenkins.plugins.mlci.plugin.testselector.page;

import io.jenkins.plugins.mlci.plugin.shared.access.MlPermissions;
import jenkins.model.Jenkins;

/** Where the pages about models are, for those who may see them. */
final class ModelLink {
    private ModelLink() {}

    /** Relative to Jenkins; empty for who may not see it. */
    static String url() {
        return Jenkins.get().hasPermission(MlPermissions.VIEW) ? "manage/machine-learning/" : "";
    }
}
