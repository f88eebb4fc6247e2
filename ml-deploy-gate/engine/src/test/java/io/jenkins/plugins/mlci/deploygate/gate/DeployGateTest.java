package io.jenkins.plugins.mlci.deploygate.gate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.jenkins.plugins.mlci.deploygate.Facts;
import io.jenkins.plugins.mlci.deploygate.MemoryStore;
import io.jenkins.plugins.mlci.deploygate.change.DeploymentFacts;
import io.jenkins.plugins.mlci.deploygate.change.KnownOutcome;
import io.jenkins.plugins.mlci.deploygate.delivery.DeliveryReader;
import io.jenkins.plugins.mlci.deploygate.delivery.OutcomeRecorder;
import io.jenkins.plugins.mlci.deploygate.policy.EnvironmentPolicy;
import io.jenkins.plugins.mlci.deploygate.policy.GatePolicy;
import io.jenkins.plugins.mlci.deploygate.policy.Verdict;
import io.jenkins.plugins.mlci.deploygate.risk.Contribution;
import io.jenkins.plugins.mlci.deploygate.risk.RiskAssessor;
import io.jenkins.plugins.mlci.deploygate.risk.RiskEstimate;
import io.jenkins.plugins.mlci.deploygate.strategy.Strategy;
import io.jenkins.plugins.mlci.shared.history.BuildId;
import io.jenkins.plugins.mlci.shared.history.Deployment;
import io.jenkins.plugins.mlci.shared.history.DeploymentOutcome;
import io.jenkins.plugins.mlci.shared.history.DeploymentResult;
import io.jenkins.plugins.mlci.shared.history.HistoryStore;
import io.jenkins.plugins.mlci.shared.history.Incident;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DeployGateTest {
    private static final Instant NOW = MemoryStore.NOW;

    @TempDir
    private Path folder;

    private HistoryStore store;
    private final List<String> told = new ArrayList<>();

    /** A tenth for each hundred lines; remembers what it was told. */
    private final RiskAssessor model = new RiskAssessor() {
        @Override
        public RiskEstimate assess(DeploymentFacts facts) {
            double p = Math.min(0.9, 0.001 + facts.change().size().added() / 1000);
            return new RiskEstimate(
                    p,
                    p / 2,
                    Math.min(1, 2 * p),
                    0.9,
                    0.02,
                    List.of(
                            new Contribution("size", 1, "Twice the usual size"),
                            new Contribution("clock", -1, "small")),
                    told.size(),
                    1,
                    RiskEstimate.Source.MIXED);
        }

        @Override
        public void started(DeploymentFacts facts) {
            told.add("started " + facts.id());
        }

        @Override
        public void known(KnownOutcome outcome) {
            told.add((outcome.failed() ? "failed " : "good ") + outcome.deployment());
        }
    };

    @BeforeEach
    void open() {
        store = MemoryStore.in(folder);
        OutcomeRecorder recorder = new OutcomeRecorder(store);
        for (int day = 1; day <= 5; day++) {
            DeploymentFacts facts = Facts.of(
                    "d" + day, NOW.minus(Duration.ofDays(10 - day)), "Change billing " + day, 100, "billing/Pay.java");
            recorder.started(DeliveryReader.deployment(facts, day, "v" + day));
            DeploymentResult result = day == 3 ? DeploymentResult.ROLLED_BACK : DeploymentResult.SUCCEEDED;
            recorder.record(facts.id(), result, facts.started().plusSeconds(1800), "", "");
        }
    }

    @AfterEach
    void close() {
        store.close();
    }

    private DeployGate gate() {
        return new DeployGate(
                store, GatePolicy.everywhere(EnvironmentPolicy.ADVISE), model, MemoryStore.CLOCK, ZoneOffset.UTC);
    }

    private static GateRequest request(int lines) {
        return GateRequest.of(Facts.of("d9", NOW, "Rewrite billing", lines, "billing/Pay.java"), 9);
    }

    @Test
    void tellsTheModelEachOutcomeWhenItBecameKnown() {
        gate();
        assertThat(told)
                .containsExactly(
                        "started d1",
                        "good d1",
                        "started d2",
                        "good d2",
                        "started d3",
                        "failed d3",
                        "started d4",
                        "good d4",
                        "started d5",
                        "good d5");
    }

    @Test
    void saysHowRiskyWhyAndHowToRollOut() {
        Assessment assessment = gate().assess(request(80));
        assertThat(assessment.verdict()).isEqualTo(Verdict.CANARY);
        assertThat(assessment.binding()).isFalse();
        assertThat(assessment.strategy()).isInstanceOf(Strategy.Canary.class);
        assertThat(assessment.headline())
                .startsWith("Deployment risk to prod: 8.1 % (4.1 % to 16 %): advised canary, 10 % for ");
        assertThat(assessment.reasons()).contains("Twice the usual size").doesNotContain("small");
        assertThat(assessment.similar()).hasSize(5).first().satisfies(each -> {
            assertThat(each.title()).startsWith("Change billing");
            assertThat(each.failed()).isPresent();
        });
        assertThat(assessment.remarks()).isEmpty();
        assertThat(gate().assess(request(500)).verdict()).isEqualTo(Verdict.BLOCK);
        assertThat(gate().assess(request(1)).strategy()).isInstanceOf(Strategy.AllAtOnce.class);
    }

    @Test
    void keepsWhatItSaidAndLaterJudgesItself() {
        DeployGate gate = gate();
        for (int day = 1; day <= 5; day++) {
            GateRequest then = GateRequest.of(
                    Facts.of("d" + day, NOW.minus(Duration.ofDays(10 - day)), "x", day == 3 ? 500 : 1, "a"), day);
            new DeployGate.Recorder(store).record(then, gate.assess(then), "model-1", "");
        }
        assertThat(store.decisions().of(new BuildId("shop/deploy", 3)))
                .singleElement()
                .satisfies(decision -> {
                    assertThat(decision.kind()).isEqualTo(AssessmentJson.KIND);
                    assertThat(decision.subject()).isEqualTo("prod");
                    assertThat(AssessmentJson.read(decision).orElseThrow().verdict())
                            .isEqualTo(Verdict.BLOCK);
                });
        Assessment later = gate().assess(request(1));
        assertThat(later.trackRecord().failuresStopped().hits()).isEqualTo(1);
        assertThat(later.trackRecord().goodStopped().hits()).isZero();
        assertThat(later.trackRecord().goodStopped().all()).isEqualTo(4);
        assertThat(later.drift().outcomes()).isEqualTo(5);
        assertThat(AssessmentJson.write(later).path("drift").path("level").asText())
                .isEqualTo("unknown");
        assertThat(GateHistory.predicted(store, "shop/deploy", 100).get("d3")).isCloseTo(0.501, within(1e-9));
    }

    @Test
    void stopsTheLineWhileAnIncidentIsOpen() {
        store.incidents()
                .record(new Incident("INC-7", "prod", "", NOW.minusSeconds(600), Optional.empty(), "", "", "{}"));
        Assessment assessment = gate().assess(request(1));
        assertThat(assessment.verdict()).isEqualTo(Verdict.APPROVE);
        assertThat(assessment.strategy()).isInstanceOf(Strategy.Wait.class);
        assertThat(assessment.reasons().get(0)).contains("Stop the line", "INC-7");
        GateRequest repair = new GateRequest(request(1).facts(), 9, Optional.empty(), true, false);
        assertThat(gate().assess(repair).verdict()).isEqualTo(Verdict.PROCEED);
    }

    @Test
    void aDiscreetAnswerNamesOnlyWhatConcernsItsJob() {
        String job = request(1).facts().job();
        incident("OTHER-1", "", "{\"job\": \"secret\"}");
        incident("NOBODY-1", "", "{}");
        incident("OWN-1", "", "{\"job\": \"" + job + "\"}");
        incident("CAUSED-1", "d1", "{}");
        GateRequest discreet = new GateRequest(request(1).facts(), 9, Optional.empty(), false, true);

        assertThat(gate().assess(discreet).reasons().get(0))
                .contains("OWN-1", "CAUSED-1", " and 2 others are open")
                .doesNotContain("OTHER-1", "NOBODY-1");
        assertThat(gate().assess(request(1)).reasons().get(0)).contains("OTHER-1", "NOBODY-1", "OWN-1", "CAUSED-1");
    }

    private void incident(String id, String deployment, String json) {
        store.incidents()
                .record(new Incident(id, "prod", deployment, NOW.minusSeconds(600), Optional.empty(), "", "", json));
    }

    @Test
    void anOutcomeFromBeforeItsDeploymentIsStillLearned() {
        Deployment late =
                DeliveryReader.deployment(Facts.of("d8", NOW.minus(Duration.ofHours(2)), "x", 1, "a"), 8, "v8");
        store.deployments().record(late);
        store.deployments()
                .record(new DeploymentOutcome("d8", DeploymentResult.FAILED, NOW.minus(Duration.ofDays(300)), "{}"));
        gate();
        assertThat(told).endsWith("started d8", "failed d8");
    }

    @Test
    void waitsForTheLastDeploymentToBeVerified() {
        new OutcomeRecorder(store)
                .started(DeliveryReader.deployment(Facts.of("d8", NOW.minusSeconds(300), "x", 1, "a"), 8, "v8"));
        assertThat(gate().assess(request(1)).reasons().get(0)).contains("d8", "5 min ago");
    }

    @Test
    void aBrokenModelFailsNobodysDeployment() {
        RiskAssessor broken = new RiskAssessor() {
            @Override
            public RiskEstimate assess(DeploymentFacts facts) {
                throw new IllegalStateException("never asked");
            }

            @Override
            public void started(DeploymentFacts facts) {
                throw new IllegalStateException("broken");
            }

            @Override
            public void known(KnownOutcome outcome) {}
        };
        Assessment assessment = new DeployGate(
                        store,
                        GatePolicy.everywhere(EnvironmentPolicy.ADVISE),
                        broken,
                        MemoryStore.CLOCK,
                        ZoneOffset.UTC)
                .assess(request(1));
        assertThat(assessment.remarks()).singleElement().asString().contains("broken", "failure rate");
        assertThat(assessment.risk().probability()).isBetween(0.03, 0.1);
        assertThat(assessment.risk().deployments()).isEqualTo(5);
    }

    @Test
    void isQuick() {
        DeployGate gate = gate();
        gate.assess(request(80));
        // Time of this thread and not of the wall, which says more of what else the machine does.
        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        long begin = threads.getCurrentThreadCpuTime();
        for (int i = 0; i < 20; i++) {
            gate.assess(request(80));
        }
        assertThat((threads.getCurrentThreadCpuTime() - begin) / 20 / 1e6)
                .as("milliseconds")
                .isLessThan(50);
    }

    @Test
    void jsonHoldsWhatAPageNeeds() {
        var json = AssessmentJson.write(gate().assess(request(500)));
        assertThat(json.at("/risk/contributions/0/sentence").asText()).isEqualTo("Twice the usual size");
        assertThat(json.at("/strategy/kind").asText()).isEqualTo("wait");
        assertThat(json.at("/trackRecord/mature").asBoolean()).isFalse();
        assertThat(json.toString()).doesNotContain("NaN");
    }
}
