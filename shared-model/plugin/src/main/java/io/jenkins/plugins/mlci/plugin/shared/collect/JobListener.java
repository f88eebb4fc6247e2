package io.jenkins.plugins.mlci.plugin.shared.collect;

import hudson.Extension;
import hudson.model.Item;
import hudson.model.listeners.ItemListener;

/** Tells the history of jobs and folders that are deleted, renamed or moved. */
@Extension
public final class JobListener extends ItemListener {
    @Override
    public void onDeleted(Item item) {
        Collector.get().tell(new HistoryEvent.JobDeleted(item.getFullName()));
    }

    @Override
    public void onLocationChanged(Item item, String oldFullName, String newFullName) {
        Collector.get().tell(new HistoryEvent.JobMoved(oldFullName, newFullName));
    }
}
