package io.jenkins.plugins.mlci.plugin.testselector.policy;

import hudson.model.Item;
import hudson.util.FormValidation;
import java.util.function.Supplier;
import jenkins.model.Jenkins;

/** Lets the engine judge what stands in a form. */
final class PolicyCheck {
    private PolicyCheck() {}

    static FormValidation of(Item item, String value, Supplier<? extends PolicyConfig> config) {
        if (item == null) {
            Jenkins.get().checkPermission(Jenkins.ADMINISTER);
        } else {
            item.checkPermission(Item.CONFIGURE);
        }
        if (value == null || value.isBlank()) {
            return FormValidation.error("Write a value.");
        }
        try {
            config.get().policy();
            return FormValidation.ok();
        } catch (NumberFormatException e) {
            return FormValidation.error("Write a number, such as 0.95.");
        } catch (IllegalArgumentException e) {
            return FormValidation.error(e.getMessage());
        }
    }
}
