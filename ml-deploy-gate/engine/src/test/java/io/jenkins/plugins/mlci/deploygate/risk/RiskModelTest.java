package io.jenkins.plugins.mlci.deploygate.risk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.jenkins.plugins.mlci.deploygate.Deployments;
import io.jenkins.plugins.mlci.deploygate.Deployments.Sample;
import io.jenkins.plugins.mlci.deploygate.change.BuildSignals;
import io.jenkins.plugins.mlci.deploygate.change.DeployedChange;
import io.jenkins.plugins.mlci.deploygate.change.DeploymentFacts;
import io.jenkins.plugins.mlci.deploygate.change.KnownOutcome;
import io.jenkins.plugins.mlci.shared.evaluate.RankingMetrics;
import io.jenkins.plugins.mlci.shared.model.LogOdds;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;

class RiskModelTest {
    private static RiskModel fresh() {
        return new RiskModel(PriorModel.neutral(-3), 7);
    }

    /** What was said of each deployment of a history before it was learned. */
    private static double[] replay(RiskModel model, List<Sample> history) {
        PriorityQueue<Sample> waiting = new PriorityQueue<>(Comparator.comparing(Sample::known));
        double[] said = new double[history.size()];
        for (int i = 0; i < said.length; i++) {
            Sample sample = history.get(i);
            while (!waiting.isEmpty()
                    && !waiting.peek().known().isAfter(sample.facts().started())) {
                model.known(waiting.poll().outcome());
            }
            said[i] = model.quick(sample.facts()).range().probability();
            model.started(sample.facts());
            waiting.add(sample);
        }
        return said;
    }

    private static double mean(double[] values, int from, int to) {
        double sum = 0;
        for (int i = from; i < to; i++) {
            sum += values[i];
        }
        return sum / (to - from);
    }

    @Property(tries = 5, seed = "5")
    void learnsToRankAndIsCalibrated(@ForAll @LongRange(min = 1, max = 10_000) long seed) {
        List<Sample> history = Deployments.history(2_000, -2.2, seed);
        double[] said = replay(fresh(), history);
        double[] labels = history.stream().mapToDouble(s -> s.failed() ? 1 : 0).toArray();
        double[] lateLabels = java.util.Arrays.copyOfRange(labels, 1_000, 2_000);
        double[] lateSaid = java.util.Arrays.copyOfRange(said, 1_000, 2_000);
        double[] truth = history.stream().skip(1_000).mapToDouble(Sample::truth).toArray();
        assertThat(mean(said, 1_000, 2_000)).isCloseTo(mean(labels, 1_000, 2_000), within(0.035));
        double best = RankingMetrics.rocAuc(lateLabels, truth);
        assertThat(RankingMetrics.rocAuc(lateLabels, lateSaid)).isGreaterThan(best - 0.06);
    }

    @Property(tries = 10)
    void contributionsAddUpExactly(
            @ForAll @LongRange(min = 1, max = 1_000) long seed, @ForAll @IntRange(min = 0, max = 600) int length) {
        RiskModel model = new RiskModel(PriorModelTest.trained(), 7);
        List<Sample> history = Deployments.history(length + 1, -1.5, seed);
        replay(model, history.subList(0, length));
        RiskEstimate estimate = model.assess(history.get(length).facts());
        double sum = LogOdds.of(estimate.usual());
        for (Contribution contribution : estimate.contributions()) {
            sum += contribution.logOdds();
            assertThat(contribution.sentence()).matches(".* This (raises|lowers) the risk( much| a little)?\\.");
        }
        assertThat(LogOdds.of(estimate.probability())).isCloseTo(sum, within(1e-6));
        assertThat(estimate.contributions())
                .isSortedAccordingTo(Comparator.comparingDouble((Contribution c) -> -Math.abs(c.logOdds())));
    }

    @Test
    void isUnsureAtFirstAndSurerWithEvidence() {
        RiskModel model = fresh();
        List<Sample> history = Deployments.history(1_500, -2.5, 3);
        DeploymentFacts next = history.get(1_499).facts();
        RiskEstimate cold = model.assess(next);
        replay(model, history.subList(0, 200));
        RiskEstimate warm = model.assess(next);
        replay(model, history.subList(200, 1_499));
        RiskEstimate known = model.assess(next);
        assertThat(cold.source()).isEqualTo(RiskEstimate.Source.PRIOR);
        assertThat(known.source()).isEqualTo(RiskEstimate.Source.LEARNED);
        assertThat(width(warm)).isLessThan(width(cold));
        assertThat(width(known)).isLessThan(width(warm));
        assertThat(known.deployments()).isGreaterThan(1_400);
    }

    /** In log-odds, so that it does not depend on the level. */
    private static double width(RiskEstimate estimate) {
        assertThat(estimate.low()).isLessThan(estimate.probability());
        assertThat(estimate.high()).isGreaterThan(estimate.probability());
        return LogOdds.of(estimate.high()) - LogOdds.of(estimate.low());
    }

    @Test
    void followsARateThatRisesAndFalls() {
        List<Sample> history = new ArrayList<>(Deployments.history(1_200, -3.6, 1));
        history.addAll(later(Deployments.history(1_200, -1.6, 2), 1_200));
        history.addAll(later(Deployments.history(1_200, -3.6, 3), 2_400));
        double[] said = replay(fresh(), history);
        double[] truth = history.stream().mapToDouble(Sample::truth).toArray();
        for (int part = 0; part < 3; part++) {
            int from = 1_200 * part + 600;
            double expected = mean(truth, from, from + 600);
            assertThat(mean(said, from, from + 600) / expected)
                    .as("part " + part)
                    .isBetween(0.6, 1.6);
        }
    }

    private static List<Sample> later(List<Sample> samples, int number) {
        List<Sample> moved = new ArrayList<>();
        for (int i = 0; i < samples.size(); i++) {
            Sample s = samples.get(i);
            double lines = s.facts().change().size().added();
            DeploymentFacts facts =
                    Deployments.facts(number + i, s.facts().change().text().title(), lines);
            java.time.Duration delay = java.time.Duration.between(s.facts().started(), s.known());
            moved.add(new Sample(facts, s.failed(), facts.started().plus(delay), s.truth()));
        }
        return moved;
    }

    @Test
    void ignoresWhatItDoesNotKnow() {
        RiskModel model = fresh();
        List<Sample> history = Deployments.history(50, -2, 5);
        replay(model, history);
        DeploymentFacts next = Deployments.facts(60, "update the version", 10);
        RiskEstimate before = model.assess(next);
        model.known(new KnownOutcome("never started", true, next.started()));
        model.started(history.get(3).facts());
        model.known(history.get(3).outcome());
        assertThat(model.assess(next)).as("asking and repeating change nothing").isEqualTo(before);
    }

    @Test
    void assessesWhereNothingIsKnownOfTheChange() {
        DeploymentFacts unknown = new DeploymentFacts(
                "x", "job", "prod", Deployments.START, DeployedChange.UNKNOWN, BuildSignals.UNKNOWN);
        RiskEstimate estimate = fresh().assess(unknown);
        assertThat(estimate.probability()).isBetween(0.01, 0.1);
        assertThat(estimate.high() - estimate.low()).isGreaterThan(0.03);
    }

    @Test
    void anotherJobStartsWithWhatTheFirstTaught() {
        RiskModel model = fresh();
        replay(model, Deployments.history(1_500, -2.2, 9));
        double quiet = other(model, "update the dashboard");
        double risky = other(model, "enable the network");
        assertThat(risky).isGreaterThan(1.5 * quiet);
    }

    private static double other(RiskModel model, String title) {
        DeploymentFacts facts = Deployments.facts(1_600, title, 20);
        DeploymentFacts elsewhere =
                new DeploymentFacts("new", "another/team", "stage", facts.started(), facts.change(), facts.build());
        return model.quick(elsewhere).range().probability();
    }
}
