package io.jenkins.plugins.mlci.plugin.deploygate.service;

import hudson.init.InitMilestone;
import hudson.init.Initializer;
import hudson.security.Permission;
import hudson.security.PermissionScope;
import io.jenkins.plugins.mlci.plugin.shared.access.MlPermissions;
import jenkins.model.Jenkins;

/** What this plugin adds to the permissions of the group Machine learning. */
public final class GatePermissions {
    /** Send how deployments went, and incidents, from outside, or from a pipeline about what other jobs deployed. */
    public static final Permission RECORD = new Permission(
            MlPermissions.GROUP,
            "RecordOutcome",
            Messages._GatePermissions_Record(),
            Jenkins.ADMINISTER,
            PermissionScope.JENKINS);

    private GatePermissions() {}

    /** Strategies read their own settings early and must know the permissions by then. */
    @Initializer(before = InitMilestone.EXTENSIONS_AUGMENTED)
    public static void register() {
        // To load the class is all it takes.
    }
}
