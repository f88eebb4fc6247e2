package io.jenkins.plugins.mlci.cli;

import io.jenkins.plugins.mlci.shared.history.HistoryException;
import io.jenkins.plugins.mlci.shared.history.HistoryStore;
import io.jenkins.plugins.mlci.testselector.service.SelectionRequest;
import io.jenkins.plugins.mlci.testselector.service.SelectionService;
import io.jenkins.plugins.mlci.testselector.service.SelectorLearning;
import io.jenkins.plugins.mlci.testselector.service.TrainingLimits;
import io.jenkins.plugins.mlci.testselector.service.TrainingReport;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import picocli.CommandLine.Option;

/** Whether recording a build also brings the stored model up to date. */
final class LearnOptions {
    private static final Duration BUDGET = Duration.ofMinutes(2);

    @Option(
            names = "--learn",
            negatable = true,
            arity = "0",
            description =
                    "Store what test selection learns from the builds so far, so that the next selection is quick."
                            + " Default: when there is enough new to learn.")
    private Boolean learn;

    /** Learns where it is asked for or due. That it fails is said and harms nothing: the next selection learns itself. */
    Optional<TrainingReport> learn(CommandContext context, HistoryStore store, String job) {
        if (Boolean.FALSE.equals(learn)) {
            return Optional.empty();
        }
        try (Progress progress = context.progress("Learning from builds", 0)) {
            SelectorLearning learning = new SelectionService(
                            store, context.environment().clock(), progress::step, VersionProvider.number())
                    .learning();
            if (learn == null && !learning.isDue(job, SelectionRequest.DEFAULT_SEED)) {
                return Optional.empty();
            }
            return Optional.of(learning.train(
                    job,
                    SelectionRequest.DEFAULT_SEED,
                    new TrainingLimits(BUDGET, System::nanoTime, Thread::interrupted)));
        } catch (IOException | HistoryException e) {
            context.remark("What was learned could not be stored: " + e.getMessage());
            return Optional.empty();
        }
    }
}
