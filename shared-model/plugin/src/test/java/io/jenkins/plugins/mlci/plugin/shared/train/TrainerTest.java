package io.jenkins.plugins.mlci.plugin.shared.train;

import static org.assertj.core.api.Assertions.assertThat;

import hudson.model.labels.LabelAtom;
import io.jenkins.plugins.mlci.plugin.shared.OneJenkins;
import io.jenkins.plugins.mlci.plugin.shared.config.MachineLearningConfiguration;
import io.jenkins.plugins.mlci.plugin.shared.config.TrainingSettings;
import io.jenkins.plugins.mlci.plugin.shared.page.Models;
import io.jenkins.plugins.mlci.plugin.shared.store.SharedHistory;
import io.jenkins.plugins.mlci.shared.evaluate.Interval;
import io.jenkins.plugins.mlci.shared.history.HistoryStore;
import io.jenkins.plugins.mlci.shared.model.ModelJson;
import io.jenkins.plugins.mlci.shared.registry.Comparison;
import io.jenkins.plugins.mlci.shared.registry.ModelRegistry;
import io.jenkins.plugins.mlci.shared.registry.ModelState;
import io.jenkins.plugins.mlci.shared.registry.ModelVersion;
import io.jenkins.plugins.mlci.shared.registry.Scope;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.logging.Level;
import org.junit.jupiter.api.Test;
import org.jvnet.hudson.test.LogRecorder;
import org.jvnet.hudson.test.TestExtension;

/** Training in the background, on the controller and on an agent. */
class TrainerTest extends OneJenkins {
    private static final Scope APP = Scope.job("app");
    private static final Scope BROKEN = Scope.job("broken");
    private static final Scope YOUNG = Scope.job("young");

    private static TrainingReport report(Scope scope) {
        return Trainer.get().reports().stream()
                .filter(report -> report.scope().equals(scope))
                .findFirst()
                .orElseThrow();
    }

    private static ModelState state(Scope scope) throws IOException {
        return SharedHistory.get().registry().state("size", scope);
    }

    @Test
    void trainsEveryScopeThatHasSomethingToLearn() throws Exception {
        assertThat(Trainer.get().train()).isEqualTo(3);

        assertThat(state(APP)).isEqualTo(ModelState.ACTIVE);
        assertThat(report(APP).failed()).isFalse();
        assertThat(report(APP).sentence()).isEqualTo("Version 1 is in force.");
        assertThat(state(YOUNG)).isEqualTo(ModelState.COLLECTING);
        assertThat(Trainer.get().reports()).extracting(TrainingReport::scope).doesNotContain(YOUNG);
    }

    @Test
    void oneScopeThatFailsDoesNotKeepOthersFromTraining() throws Exception {
        try (LogRecorder log =
                new LogRecorder().record(Trainer.class, Level.WARNING).capture(10)) {
            Trainer.get().train();
            assertThat(log.getMessages()).anyMatch(message -> message.contains("job broken"));
        }

        assertThat(report(BROKEN).failed()).isTrue();
        assertThat(report(BROKEN).sentence()).contains("on purpose");
        assertThat(state(APP)).isEqualTo(ModelState.ACTIVE);
    }

    @Test
    void trainsOnAnAgent() throws Exception {
        jenkins.createOnlineSlave(new LabelAtom("training"));
        label("training");

        Trainer.get().train();

        assertThat(state(APP)).isEqualTo(ModelState.ACTIVE);
    }

    @Test
    void waitsForAnAgentAndNeverTrainsOnTheControllerThen() throws Exception {
        label("nobody");

        Trainer.get().train();

        assertThat(state(APP)).isEqualTo(ModelState.COLLECTING);
        assertThat(report(APP).sentence()).isEqualTo("It waits for an agent with the label nobody.");
    }

    @Test
    void theNextTrainingBringsTheNextVersion() throws Exception {
        Trainer.get().train();
        Trainer.get().train();

        assertThat(SharedHistory.get()
                        .registry()
                        .inForce("size", APP)
                        .orElseThrow()
                        .version()
                        .number())
                .isEqualTo(2);
    }

    private static void label(String label) {
        TrainingSettings settings = new TrainingSettings();
        settings.setAgentLabel(label);
        MachineLearningConfiguration.get().setTraining(settings);
    }

    /** Really trains a small model. */
    @TestExtension
    public static class Size implements TrainingTask {
        @Override
        public String purpose() {
            return "size";
        }

        @Override
        public String displayName() {
            return "Size";
        }

        @Override
        public List<Scope> scopes(HistoryStore history) {
            return List.of(BROKEN, APP, YOUNG);
        }

        @Override
        public Optional<TrainingJob> prepare(Scope scope, HistoryStore history, TrainingLimits limits) {
            return scope.equals(YOUNG) ? Optional.empty() : Optional.of(new Job(scope.equals(BROKEN)));
        }

        @Override
        public String accept(Scope scope, TrainingOutcome outcome, ModelRegistry registry) throws IOException {
            ModelVersion candidate = registry.propose("size", scope, ModelJson.read(outcome.model()));
            Comparison.Verdict verdict = new Comparison.Verdict(true, new Interval(0, 0, 0), outcome.evidence());
            return "Version " + registry.promote(candidate, verdict).number() + " is in force.";
        }
    }

    /** Travels to where it is run. */
    private record Job(boolean fails) implements TrainingJob {
        @Override
        public TrainingOutcome train(TrainingLimits limits) {
            if (fails) {
                throw new IllegalStateException("on purpose");
            }
            if (limits.context().maxRows() != limits.rows()) {
                throw new IllegalStateException("the limits did not arrive");
            }
            return new TrainingOutcome(ModelJson.write(Models.train()), "It is good.");
        }
    }
}
