package io.jenkins.plugins.mlci.plugin.deploygate.policy;

import hudson.model.Item;
import hudson.util.FormValidation;
import jenkins.model.Jenkins;

/** Checks what a form holds by asking the engine. */
public final class PolicyCheck {
    private PolicyCheck() {}

    /** Allowed are who may configure the job, and without a job who may configure Jenkins. */
    public static void checkMayConfigure(Item item) {
        if (item == null) {
            Jenkins.get().checkPermission(Jenkins.ADMINISTER);
        } else {
            item.checkPermission(Item.EXTENDED_READ);
        }
    }

    /**
     * Tries it.
     *
     * @param item the job that the form belongs to; null for the global configuration
     * @param trial throws {@link IllegalArgumentException} with a sentence
     */
    public static FormValidation of(Item item, Runnable trial) {
        checkMayConfigure(item);
        try {
            trial.run();
            return FormValidation.ok();
        } catch (NumberFormatException e) {
            return FormValidation.error(Messages.PolicyCheck_NoNumber());
        } catch (IllegalArgumentException e) {
            return FormValidation.error(e.getMessage());
        }
    }
}
