package io.jenkins.plugins.mlci.plugin.shared.access;

import hudson.init.InitMilestone;
import hudson.init.Initializer;
import hudson.security.Permission;
import hudson.security.PermissionGroup;
import hudson.security.PermissionScope;
import jenkins.model.Jenkins;

/** What people may do with models and their decisions. */
public final class MlPermissions {
    /** Shown as one group by matrix and role based strategies. */
    public static final PermissionGroup GROUP =
            new PermissionGroup(MlPermissions.class, Messages._MlPermissions_Group());

    /** See the pages about models and their impact. */
    public static final Permission VIEW =
            new Permission(GROUP, "View", Messages._MlPermissions_View(), Jenkins.SYSTEM_READ, PermissionScope.JENKINS);

    /** Roll models back, suspend and resume them, learn from existing builds, forget people and jobs. */
    public static final Permission MANAGE = new Permission(
            GROUP, "Manage", Messages._MlPermissions_Manage(), Jenkins.ADMINISTER, PermissionScope.JENKINS);

    /** Overrule a decision: approve a deployment that was stopped, say that a cause is right or wrong. */
    public static final Permission OVERRIDE = new Permission(
            GROUP, "Override", Messages._MlPermissions_Override(), Jenkins.ADMINISTER, true, new PermissionScope[] {
                PermissionScope.JENKINS, PermissionScope.ITEM_GROUP, PermissionScope.ITEM
            });

    private MlPermissions() {}

    /** Strategies read their own settings early and must know the permissions by then. */
    @Initializer(before = InitMilestone.EXTENSIONS_AUGMENTED)
    public static void register() {
        // To load the class is all it takes.
    }
}
