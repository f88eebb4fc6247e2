package io.jenkins.plugins.mlci.deploygate.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.jenkins.plugins.mlci.deploygate.Deployments;
import io.jenkins.plugins.mlci.deploygate.Deployments.Sample;
import io.jenkins.plugins.mlci.deploygate.replay.Recording.Kind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ForkJoinPool;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RiskReplayTest {
    @TempDir
    private Path folder;

    private Recording read(String name, String... lines) throws IOException {
        return RecordingReader.read(Files.write(folder.resolve(name), List.of(lines)), true);
    }

    private static Recording made(String name, Kind kind, int count, long seed) {
        List<Step> steps = new ArrayList<>();
        for (Sample sample : Deployments.history(count, -2, seed)) {
            double lines = sample.facts().change().size().added();
            steps.add(new Step(
                    sample.facts(), sample.failed() ? 1 : 0, sample.known(), true, new double[] {lines, Double.NaN}));
        }
        return new Recording("made", name, kind, steps);
    }

    @Test
    void readsDeploymentsWithTheMomentWhenTheirOutcomeBecameKnown() throws IOException {
        Recording recording = read(
                "repo.csv",
                "sha,time,dev,subsystem,la,ld,nf,subject,is_revert,planned_like,hours_to_revert,failed",
                "b,1700100000,p2,docs,1,2,1,\"Say \"\"hi\"\", twice\",0,0,2,1",
                "a,1700000000,p1,docs,5,0,1,First,0,0,,0",
                "c,1700200000,p1,docs,5,0,1,Revert it,1,0,,0",
                "d,1800000000,p1,docs,5,0,1,Much later,0,0,,0");
        assertThat(recording.kind()).isEqualTo(Kind.DEPLOYMENTS);
        assertThat(recording.steps()).extracting(s -> s.facts().id()).containsExactly("a", "b", "c", "d");
        Step failed = recording.steps().get(1);
        assertThat(failed.known()).isEqualTo(Instant.ofEpochSecond(1700100000 + 7200));
        assertThat(failed.facts().change().text().title()).isEqualTo("Say \"hi\", twice");
        assertThat(failed.facts().change().authors()).containsExactly("p2");
        assertThat(failed.numbers()).as("la, ld, nf, is_revert").containsExactly(1, 2, 1, 0);
        assertThat(recording.steps().get(0).known())
                .isEqualTo(Instant.ofEpochSecond(1700000000).plus(RecordingReader.GOOD_AFTER));
        assertThat(recording.steps()).extracting(Step::judged).containsExactly(true, true, false, false);
    }

    @Test
    void readsBuildsAndChangesAndRefusesOtherFiles() throws IOException {
        Recording builds = read(
                "builds.csv",
                "build_Failed,gh_is_pr,tr_build_id,gh_build_started_at",
                "1,1,7,2011-08-29 0:13",
                "0,0,8,2011-08-29 10:25");
        assertThat(builds.kind()).isEqualTo(Kind.BUILDS);
        assertThat(builds.steps().get(0).facts().change().text().labels()).containsExactly("pull-request");
        Recording changes = read("changes.csv", "transactionid,commitdate,la,bug", "3,2001/12/12 17:41,0.5,1");
        assertThat(changes.kind()).isEqualTo(Kind.CHANGES);
        assertThat(changes.steps().get(0).facts().started()).isEqualTo(Instant.parse("2001-12-12T17:41:00Z"));
        assertThatThrownBy(() -> read("other.csv", "a,b", "1,2"))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("label columns");
        assertThatThrownBy(() -> read("empty.csv"))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("empty");
    }

    @Test
    void aReplayLearnsAndItsBaselinesToo() {
        List<Recording> recordings = List.of(
                made("one", Kind.DEPLOYMENTS, 700, 1),
                made("two", Kind.BUILDS, 500, 2),
                made("three", Kind.CHANGES, 500, 3));
        List<RiskResult> results = new ArrayList<>();
        int[] steps = {0};
        ForkJoinPool pool = new ForkJoinPool(1);
        try {
            new RiskBacktest(7, 10, pool).run(recordings, recordings, () -> steps[0]++, results::add);
        } finally {
            pool.shutdownNow();
        }
        assertThat(steps[0]).isEqualTo(1_700);
        RiskScores ours = results.get(0).prequential().get(RiskResult.OURS);
        assertThat(ours.auc()).isGreaterThan(0.65);
        assertThat(ours.brier()).isLessThan(ours.brierOfRate());
        assertThat(results.get(0).coldStart().auc()).isGreaterThan(0.6);
        assertThat(results.get(0).last().keySet())
                .containsExactly(
                        "mlci",
                        "constant",
                        "lines changed",
                        "logistic regression",
                        "logistic regression with title",
                        "forest",
                        "boosting");
        assertThat(results.get(2).last().get("constant").auc())
                .as("trained once where the rest is held out")
                .isEqualTo(0.5);
        assertThat(results.get(0)
                        .prequential()
                        .get("logistic regression with title")
                        .auc())
                .isGreaterThan(0.6);
        assertThat(results.get(2).prequential()).as("held out").isEmpty();
        assertThat(results.get(2).last().get(RiskResult.OURS).auc()).isGreaterThan(0.65);
    }

    @Test
    void heldOutOutcomesAreNeverLearned() {
        Recording changes = made("three", Kind.CHANGES, 300, 3);
        List<Step> flipped = new ArrayList<>(changes.steps());
        for (int i = changes.cut(0.2); i < flipped.size(); i++) {
            Step s = flipped.get(i);
            flipped.set(i, new Step(s.facts(), 1 - s.label(), s.known(), true, s.numbers()));
        }
        var prior = io.jenkins.plugins.mlci.deploygate.risk.PriorModel.neutral(-2);
        RiskReplay.Said one = RiskReplay.run(changes, prior, 7, () -> {});
        RiskReplay.Said two = RiskReplay.run(new Recording("made", "three", Kind.CHANGES, flipped), prior, 7, () -> {});
        assertThat(two.probability()).isEqualTo(one.probability());
    }

    @Test
    void capturesFailuresAmongTheRiskiest() {
        double[] labels = {0, 1, 0, 1, 0, 0, 0, 0, 0, 0};
        double[] said = {.1, .9, .2, .3, .8, 0, 0, 0, 0, 0};
        assertThat(RiskScores.captured(labels, said, 0.1)).isEqualTo(0.5);
        assertThat(RiskScores.captured(labels, said, 0.3)).isEqualTo(1);
    }

    @Test
    void simulatesAGateAgainstTheBestRuleByLines() {
        List<Step> steps = made("one", Kind.DEPLOYMENTS, 1_000, 1).steps();
        double[] oracle =
                steps.stream().mapToDouble(s -> s.label() > 0 ? 0.9 : 0.01).toArray();
        GateSimulation simulation = GateSimulation.of(steps, oracle, 0, 10, 7);
        int failures = simulation.gate().failures();
        assertThat(simulation.gate().held()).isEqualTo(failures);
        assertThat(simulation.gate().prevented()).isEqualTo(failures);
        assertThat(simulation.saved().estimate()).isCloseTo(9.0 * failures, within(1e-6));
        assertThat(simulation.savedOverFixedRule().low()).isPositive();
        assertThat(simulation.fixedRule().prevented()).isGreaterThan(0);
        double[] nothing = new double[steps.size()];
        assertThat(GateSimulation.of(steps, nothing, 0, 10, 7).saved().estimate())
                .isZero();
        assertThatIllegalArgumentException().isThrownBy(() -> new RiskBacktest(7, 1, null));
    }
}
