package io.jenkins.plugins.mlci.plugin.testselector.collect;

import hudson.Extension;
import io.jenkins.plugins.mlci.plugin.shared.store.SharedHistory;
import io.jenkins.plugins.mlci.plugin.shared.train.TrainingJob;
import io.jenkins.plugins.mlci.plugin.shared.train.TrainingLimits;
import io.jenkins.plugins.mlci.plugin.shared.train.TrainingOutcome;
import io.jenkins.plugins.mlci.plugin.shared.train.TrainingTask;
import io.jenkins.plugins.mlci.shared.history.HistoryStore;
import io.jenkins.plugins.mlci.shared.registry.ModelRegistry;
import io.jenkins.plugins.mlci.shared.registry.Scope;
import io.jenkins.plugins.mlci.testselector.service.SelectionRequest;
import io.jenkins.plugins.mlci.testselector.service.SelectionService;
import io.jenkins.plugins.mlci.testselector.service.SelectorLearning;
import java.io.IOException;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** Keeps what test selection has learned of each job up to date in the background, so that a build need not learn first. */
@Extension
public final class SelectorTrainingTask implements TrainingTask {
    @Override
    public String purpose() {
        return "test-selection";
    }

    @Override
    public String displayName() {
        return "Test selection";
    }

    @Override
    public List<Scope> scopes(HistoryStore history) {
        SelectorLearning learning = learning(history);
        return history.jobs().names().stream()
                .filter(job -> learning.isDue(job, SelectionRequest.DEFAULT_SEED))
                .map(Scope::job)
                .toList();
    }

    @Override
    public Optional<TrainingJob> prepare(Scope scope, HistoryStore history, TrainingLimits limits) {
        return learning(history)
                .trainingInput(scope.name(), SelectionRequest.DEFAULT_SEED)
                .map(Learning::new);
    }

    @Override
    public String accept(Scope scope, TrainingOutcome outcome, ModelRegistry registry) throws IOException {
        return learning(SharedHistory.get().open())
                .accept(scope.name(), outcome.model())
                .sentence();
    }

    private static SelectorLearning learning(HistoryStore history) {
        return new SelectionService(history, Clock.systemUTC()).learning();
    }

    /**
     * The learning itself, which an agent may do.
     *
     * @param input what to learn, as the engine writes it
     */
    private record Learning(byte[] input) implements TrainingJob {
        @Override
        public TrainingOutcome train(TrainingLimits limits) {
            Thread trainer = Thread.currentThread();
            long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(limits.seconds());
            byte[] model = new io.jenkins.plugins.mlci.testselector.service.TrainingTask(
                            input, () -> trainer.isInterrupted() || System.nanoTime() - end > 0)
                    .call();
            return new TrainingOutcome(model, "");
        }
    }
}
