package io.jenkins.plugins.mlci.plugin.testselector.collect;

import hudson.Extension;
import hudson.model.Run;
import io.jenkins.plugins.mlci.plugin.shared.collect.BuildRecordedListener;
import io.jenkins.plugins.mlci.plugin.testselector.page.SelectionAction;
import io.jenkins.plugins.mlci.shared.history.BuildRecord;
import java.io.IOException;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Once the results of a build are in, its selections show how the tests ended and what they missed. */
@Extension
public final class Judging implements BuildRecordedListener {
    private static final Logger LOGGER = Logger.getLogger(Judging.class.getName());

    @Override
    public void onRecorded(BuildRecord record, Run<?, ?> run, boolean isNew) {
        for (SelectionAction action : run.getActions(SelectionAction.class)) {
            try {
                action.ended(record.tests());
            } catch (IOException e) {
                LOGGER.log(Level.WARNING, "The selection of " + run + " cannot be judged", e);
            }
        }
    }
}
