package io.jenkins.plugins.mlci.plugin.testselector.collect;

import hudson.Extension;
import hudson.model.Run;
import io.jenkins.plugins.mlci.plugin.shared.collect.ChangeSource;
import io.jenkins.plugins.mlci.plugin.shared.collect.Checkout;
import io.jenkins.plugins.mlci.plugin.shared.collect.CheckoutSource;
import io.jenkins.plugins.mlci.plugin.shared.collect.TestOutcomeSource;
import io.jenkins.plugins.mlci.plugin.testselector.page.SelectionAction;
import io.jenkins.plugins.mlci.plugin.testselector.report.RecordedTests;
import io.jenkins.plugins.mlci.shared.history.ChangeSet;
import io.jenkins.plugins.mlci.shared.history.TestOutcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * What the steps of this plugin saw in the workspace of a build: the commit, the change as Git itself tells it, which is better than a
 * change log, and the reports that {@code mlRecordTests} read.
 */
@Extension(ordinal = 100)
public final class StepKnowledge implements ChangeSource, CheckoutSource, TestOutcomeSource {
    private static final Logger LOGGER = Logger.getLogger(StepKnowledge.class.getName());

    @Override
    public List<ChangeSet> changes(Run<?, ?> run) {
        for (SelectionAction action : run.getActions(SelectionAction.class)) {
            try {
                if (!action.report().changes().isEmpty()) {
                    return action.report().changes();
                }
            } catch (IOException e) {
                LOGGER.log(Level.FINE, "The selection of " + run + " cannot be read", e);
            }
        }
        return recorded(run).map(RecordedTests::changes).orElse(List.of());
    }

    @Override
    public Checkout checkout(Run<?, ?> run) {
        String commit = changes(run).stream()
                .map(ChangeSet::toCommit)
                .filter(id -> !id.isEmpty())
                .findFirst()
                .orElse("");
        return new Checkout("", commit);
    }

    @Override
    public List<TestOutcome> outcomes(Run<?, ?> run) {
        return recorded(run).map(RecordedTests::outcomes).orElse(List.of());
    }

    private static Optional<RecordedTests> recorded(Run<?, ?> run) {
        Path folder = run.getRootDir().toPath();
        if (!Files.exists(folder.resolve(RecordedTests.FILE))) {
            return Optional.empty();
        }
        try {
            return Optional.of(RecordedTests.read(folder));
        } catch (IOException e) {
            LOGGER.log(Level.WARNING, "The recorded tests of " + run + " cannot be read", e);
            return Optional.empty();
        }
    }
}
