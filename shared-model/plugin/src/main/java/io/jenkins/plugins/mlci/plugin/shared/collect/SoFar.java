package io.jenkins.plugins.mlci.plugin.shared.collect;

import hudson.model.Run;
import io.jenkins.plugins.mlci.plugin.shared.jenkins.JenkinsFacade;
import io.jenkins.plugins.mlci.plugin.shared.people.People;
import io.jenkins.plugins.mlci.shared.history.ChangeSet;
import io.jenkins.plugins.mlci.shared.history.TestOutcome;
import java.util.List;

/** What a build has checked out and tested so far, for plugins that must know before it has ended. */
public final class SoFar {
    private SoFar() {}

    /** Branch and commit, each empty when unknown. */
    public static Checkout of(Run<?, ?> run) {
        return reader().checkout(run);
    }

    /** What changed since the build before, one for each checkout with changes; people are pseudonyms. */
    public static List<ChangeSet> changes(Run<?, ?> run) {
        RunReader reader = reader();
        return reader.changes(run, reader.checkout(run).commit());
    }

    /** How its tests ended so far. */
    public static List<TestOutcome> tests(Run<?, ?> run) {
        return reader().tests(run);
    }

    private static RunReader reader() {
        return new RunReader(new JenkinsFacade(), People.get());
    }
}
