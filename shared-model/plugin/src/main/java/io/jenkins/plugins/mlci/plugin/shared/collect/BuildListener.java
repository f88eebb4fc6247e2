package io.jenkins.plugins.mlci.plugin.shared.collect;

import hudson.Extension;
import hudson.model.Run;
import hudson.model.listeners.RunListener;
import io.jenkins.plugins.mlci.plugin.shared.jenkins.JenkinsFacade;
import io.jenkins.plugins.mlci.shared.history.BuildId;

/**
 * Tells the history of builds that end and builds that a person deletes. Builds that Jenkins discards by itself stay in the history,
 * whose own retention decides: a model needs more builds than people want to look at.
 */
@Extension
public final class BuildListener extends RunListener<Run<?, ?>> {
    private final JenkinsFacade jenkins = new JenkinsFacade();

    @Override
    public void onFinalized(Run<?, ?> run) {
        Collector.get().tellEnded(id(run), run.getParent());
    }

    @Override
    public void onDeleted(Run<?, ?> run) {
        if (jenkins.isDiscarding()) {
            Collector.get().recordBeforeItIsGone(id(run));
        } else {
            Collector.get().tell(new HistoryEvent.BuildDeleted(id(run)));
        }
    }

    private static BuildId id(Run<?, ?> run) {
        return new BuildId(run.getParent().getFullName(), run.getNumber());
    }
}
