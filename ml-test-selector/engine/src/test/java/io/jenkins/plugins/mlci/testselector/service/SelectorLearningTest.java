package io.jenkins.plugins.mlci.testselector.service;

import static io.jenkins.plugins.mlci.testselector.SyntheticHistory.change;
import static io.jenkins.plugins.mlci.testselector.SyntheticHistory.sourceOf;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.jenkins.plugins.mlci.shared.history.BuildId;
import io.jenkins.plugins.mlci.shared.history.BuildRecord;
import io.jenkins.plugins.mlci.shared.history.HistoryStore;
import io.jenkins.plugins.mlci.shared.model.ModelFormatException;
import io.jenkins.plugins.mlci.shared.model.StateWriter;
import io.jenkins.plugins.mlci.shared.registry.ModelState;
import io.jenkins.plugins.mlci.shared.registry.ModelVersion;
import io.jenkins.plugins.mlci.testselector.SyntheticHistory;
import io.jenkins.plugins.mlci.testselector.change.Change;
import io.jenkins.plugins.mlci.testselector.policy.Policy;
import io.jenkins.plugins.mlci.testselector.policy.Rules;
import io.jenkins.plugins.mlci.testselector.selection.TestSelection;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SelectorLearningTest {
    private static final String JOB = "shop/main";
    private static final long SEED = SelectionRequest.DEFAULT_SEED;
    private static final List<BuildRecord> BUILDS = SyntheticHistory.planted(20, 120, 5);
    private static final SelectionRequest REQUEST =
            SelectionRequest.of(JOB, new Policy.Confidence(0.8), new Rules(List.of(), List.of(), 0, 20));
    private static final ChangeSource CHANGE = ChangeSource.of(new Change.Known(change(sourceOf(7)), false, List.of()));

    @TempDir
    private Path folder;

    private final AtomicInteger learned = new AtomicInteger();
    private HistoryStore store;
    private SelectionService service;
    private SelectorLearning learning;

    @BeforeEach
    void open() {
        store = Stores.open(folder);
        service = new SelectionService(store, Stores.CLOCK, learned::incrementAndGet, "test");
        learning = service.learning();
    }

    @AfterEach
    void close() {
        store.close();
    }

    private void record(int from, int to) {
        BUILDS.subList(from, to).forEach(store.builds()::record);
    }

    private TestSelection anew(int builds) {
        try (HistoryStore other = Stores.open(folder.resolve("other"))) {
            BUILDS.subList(0, builds).forEach(other.builds()::record);
            return new SelectionService(other, Stores.CLOCK)
                    .select(REQUEST, CHANGE)
                    .selection();
        }
    }

    private int learnedBy(Runnable work) {
        learned.set(0);
        work.run();
        return learned.get();
    }

    @Test
    void aStoredSelectorLearnsOnlyWhatIsNewAndDecidesTheSame() throws IOException {
        record(0, 100);
        assertThat(learning.isDue(JOB, SEED)).isTrue();
        TrainingReport report = learning.train(JOB, SEED, TrainingLimits.NONE);
        assertThat(report.learned()).isEqualTo(100);
        assertThat(report.stored()).isTrue();
        assertThat(report.model()).isEqualTo("test-selection version 1 for job shop/main");
        assertThat(learning.versions(JOB).get(0).reason())
                .contains("It was learned from 100 builds.")
                .doesNotContain("before it");
        assertThat(learning.isDue(JOB, SEED)).isFalse();
        record(100, 120);
        SelectionResult[] result = new SelectionResult[1];
        assertThat(learnedBy(() -> result[0] = service.select(REQUEST, CHANGE))).isEqualTo(20);
        assertThat(result[0].model()).isEqualTo(report.model());
        assertThat(result[0].selection()).isEqualTo(anew(120));
        assertThat(result[0].selection().all()).isFalse();

        SelectionRequest other = new SelectionRequest(JOB, REQUEST.policy(), REQUEST.rules(), SEED + 1);
        assertThat(service.select(other, CHANGE).model()).isEmpty();
        assertThat(learning.train(JOB, SEED, TrainingLimits.NONE).learned()).isEqualTo(20);
        assertThat(learning.train(JOB, SEED, TrainingLimits.NONE).stored()).isFalse();
        assertThat(learning.versions(JOB))
                .extracting(ModelVersion::state)
                .containsExactly(ModelState.RETIRED, ModelState.ACTIVE);
        assertThat(learning.versions(JOB))
                .extracting(ModelVersion::reason)
                .last()
                .asString()
                .contains("It knows what the version before it knew, and 20 builds more.");
        assertThat(learning.describe(learning.versions(JOB).get(1))).contains("\"code_version\":\"test\"");
    }

    @Test
    void anotherMachineLearnsTheSame() throws IOException {
        record(0, 60);
        learning.accept(JOB, new TrainingTask(learning.trainingInput(JOB, SEED).orElseThrow(), () -> false).call());
        record(60, 120);
        byte[] input = learning.trainingInput(JOB, SEED).orElseThrow();
        TrainingReport report = learning.accept(JOB, new TrainingTask(input, () -> false).call());
        assertThat(report.learned()).isEqualTo(60);
        assertThat(report.remaining()).isZero();
        assertThat(learning.trainingInput(JOB, SEED)).isEmpty();
        assertThat(learnedBy(() ->
                        assertThat(service.select(REQUEST, CHANGE).selection()).isEqualTo(anew(120))))
                .isZero();
        assertThatThrownBy(() -> new TrainingTask(input, () -> true).call()).isInstanceOf(CancellationException.class);
        assertThatThrownBy(() -> new TrainingTask("{}".getBytes(StandardCharsets.UTF_8), () -> false).call())
                .isInstanceOf(ModelFormatException.class);
        input[input.length / 2] ^= 0x15;
        assertThatThrownBy(() -> new TrainingTask(input, () -> false).call()).isInstanceOf(RuntimeException.class);
    }

    @Test
    void whatIsLearnedWithinTheTimeIsKept() throws IOException {
        record(0, 60);
        AtomicInteger asked = new AtomicInteger();
        TrainingLimits limits = new TrainingLimits(Duration.ofDays(1), () -> 0, () -> asked.incrementAndGet() > 25);
        TrainingReport report = learning.train(JOB, SEED, limits);
        assertThat(report.learned()).isEqualTo(25);
        assertThat(report.remaining()).isEqualTo(35);
        AtomicInteger time = new AtomicInteger();
        TrainingLimits short5 = new TrainingLimits(Duration.ofNanos(5), time::getAndIncrement, () -> false);
        assertThat(learning.train(JOB, SEED, short5).learned()).isLessThan(35).isPositive();
        learning.train(JOB, SEED, TrainingLimits.NONE);
        assertThat(service.select(REQUEST, CHANGE).selection()).isEqualTo(anew(60));
    }

    @Test
    void aDamagedModelIsSaidAndLearnedAnew() {
        record(0, 60);
        store.models().insert("job:" + JOB, "test-selection", "ACTIVE", "{}", new byte[] {'{'});
        SelectionResult result = service.select(REQUEST, CHANGE);
        assertThat(result.notes())
                .singleElement()
                .asString()
                .contains("cannot be used")
                .contains("learns anew");
        assertThat(result.model()).isEmpty();
        assertThat(result.selection()).isEqualTo(anew(60));
    }

    @Test
    void aBuildThatIsTakenBackMakesItLearnAnew() throws IOException {
        record(0, 60);
        learning.train(JOB, SEED, TrainingLimits.NONE);
        store.builds().exclude(new BuildId(JOB, 30), "Its results were left over.");
        assertThat(learnedBy(() -> service.select(REQUEST, CHANGE))).isEqualTo(59);
        assertThat(learning.train(JOB, SEED, TrainingLimits.NONE).sentence())
                .contains("learned anew")
                .contains("Build 30");
        assertThat(learnedBy(() -> service.select(REQUEST, CHANGE))).isZero();
        store.builds().deleteAllButNewest(JOB, 40);
        assertThat(learnedBy(() -> service.select(REQUEST, CHANGE))).isZero();
    }

    /** As if the latest failing builds had all been missed, or none of them. */
    private byte[] watched(double loss) throws IOException {
        byte[] stored = store.models()
                .read("job:" + JOB, "test-selection", (int)
                        learning.versions(JOB).get(0).number())
                .orElseThrow();
        double[] losses = new double[40];
        java.util.Arrays.fill(losses, loss);
        ObjectNode json = (ObjectNode) new ObjectMapper().readTree(stored);
        json.put("watch", new StateWriter().reals(losses).toText());
        return json.toString().getBytes(StandardCharsets.UTF_8);
    }

    @Test
    void theWatchSuspendsAModelThatMissesAndLetsItBackWhenItDoesNot() throws IOException {
        record(0, 60);
        learning.train(JOB, SEED, TrainingLimits.NONE);
        byte[] missing = watched(1);
        byte[] keeping = watched(0);
        store.models().setStates("job:" + JOB, "test-selection", java.util.Map.of(1, "RETIRED"));
        store.models().insert("job:" + JOB, "test-selection", "ACTIVE", "{}", missing);
        SelectionResult result = service.select(REQUEST, CHANGE);
        assertThat(result.selection().all()).isTrue();
        assertThat(result.selection().reason()).contains("watch does not trust").contains("100 % of the failures");

        record(60, 65);
        TrainingReport report = learning.train(JOB, SEED, TrainingLimits.NONE);
        assertThat(report.sentence()).contains("suspended").contains("The watch has suspended it");
        assertThat(learning.suspension(JOB)).isPresent();
        assertThat(service.select(REQUEST, CHANGE).selection().all()).isTrue();
        record(65, 70);
        assertThat(learning.train(JOB, SEED, TrainingLimits.NONE).learned()).isEqualTo(5);
        assertThat(learning.suspension(JOB)).isPresent();

        store.models().insert("job:" + JOB, "test-selection", "OBSERVING", "{}", keeping);
        assertThat(learning.train(JOB, SEED, TrainingLimits.NONE).stored()).isTrue();
        assertThat(learning.suspension(JOB)).isEmpty();
        assertThat(service.select(REQUEST, CHANGE).selection().all()).isFalse();
    }

    @Test
    void rollingBackGoesToTheVersionBeforeAndThenToNone() throws IOException {
        record(0, 60);
        learning.train(JOB, SEED, TrainingLimits.NONE);
        record(60, 80);
        learning.train(JOB, SEED, TrainingLimits.NONE);
        assertThat(learning.rollBack(JOB, "It misses failures.").orElseThrow().number())
                .isEqualTo(1);
        assertThat(learnedBy(() ->
                        assertThat(service.select(REQUEST, CHANGE).model()).contains("version 1")))
                .isEqualTo(20);
        assertThat(learning.rollBack(JOB, "It misses failures.")).isEmpty();
        SelectionResult result = service.select(REQUEST, CHANGE);
        assertThat(result.selection().all()).isTrue();
        assertThat(result.selection().reason()).isEqualTo("the model is suspended (It misses failures.)");
        assertThat(result.selection().decisions()).hasSize(20);
        assertThat(learning.suspension(JOB)).isPresent();
        record(80, 120);
        assertThat(learning.train(JOB, SEED, TrainingLimits.NONE).stored()).isFalse();

        assertThat(learning.resume(JOB, "It was looked at.")).isPresent();
        assertThat(service.select(REQUEST, CHANGE).selection()).isEqualTo(anew(120));
    }
}
