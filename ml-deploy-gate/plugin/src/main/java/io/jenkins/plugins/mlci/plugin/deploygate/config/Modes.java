package io.jenkins.plugins.mlci.plugin.deploygate.config;

import hudson.util.ListBoxModel;
import io.jenkins.plugins.mlci.plugin.deploygate.policy.GateMode;

/** The modes on forms. */
public final class Modes {
    private Modes() {}

    /** All modes, after a choice that says nothing. */
    public static ListBoxModel items(String nothing) {
        ListBoxModel items = new ListBoxModel();
        items.add(nothing, "");
        items.add(Messages.Modes_Advise(), GateMode.ADVISE.text());
        items.add(Messages.Modes_Enforce(), GateMode.ENFORCE.text());
        return items;
    }
}
