package io.jenkins.plugins.mlci.deploygate.gate;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.jenkins.plugins.mlci.deploygate.change.DeploymentFacts;
import io.jenkins.plugins.mlci.deploygate.policy.GatePolicy;
import io.jenkins.plugins.mlci.deploygate.policy.Verdict;
import io.jenkins.plugins.mlci.deploygate.risk.Contribution;
import io.jenkins.plugins.mlci.deploygate.risk.RiskAssessor;
import io.jenkins.plugins.mlci.deploygate.risk.RiskEstimate;
import io.jenkins.plugins.mlci.deploygate.strategy.Advice;
import io.jenkins.plugins.mlci.deploygate.strategy.EnvironmentState;
import io.jenkins.plugins.mlci.deploygate.strategy.RiskLowering;
import io.jenkins.plugins.mlci.deploygate.strategy.Strategy;
import io.jenkins.plugins.mlci.deploygate.strategy.StrategyAdvisor;
import io.jenkins.plugins.mlci.shared.history.BuildId;
import io.jenkins.plugins.mlci.shared.history.Decision;
import io.jenkins.plugins.mlci.shared.history.HistoryStore;
import io.jenkins.plugins.mlci.shared.history.Incident;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Says of one deployment how likely it is to fail, why, and how it should be rolled out; and keeps what it said. Made for one
 * state of the history: what is recorded later is seen by the next gate. Not safe for several threads.
 */
public final class DeployGate {
    /** Deployments of each environment that are learned from at most. */
    public static final int MOST_DEPLOYMENTS = 5_000;

    private static final int MOST_DECISIONS = 2_000;
    private static final int MOST_INCIDENTS = 200;
    private static final int SIMILAR = 5;
    private static final int REASONS = 3;
    /** What changes the odds by less than a twentieth is no reason. */
    private static final double LEAST_REASON = 0.05;
    /** A deployment of which nothing is heard is unverified until half of the failures would have shown. */
    private static final double UNVERIFIED = 0.5;

    private final HistoryStore store;
    private final GatePolicy policy;
    private final RiskAssessor assessor;
    private final RecordedPast past;
    private final Clock clock;
    private final ZoneId zone;
    private final List<String> remarks = new ArrayList<>();

    /**
     * A gate that has learned from the history.
     *
     * @param assessor knows nothing of this history yet
     * @param zone whose clock people work by
     */
    public DeployGate(HistoryStore store, GatePolicy policy, RiskAssessor assessor, Clock clock, ZoneId zone) {
        this.store = store;
        this.policy = policy;
        this.clock = clock;
        this.zone = zone;
        this.past = new RecordedPast(store, MOST_DEPLOYMENTS);
        this.assessor = taught(assessor);
    }

    /** A model that cannot digest this history must not fail anybody's deployment. */
    private RiskAssessor taught(RiskAssessor model) {
        try {
            past.teach(model, clock.instant());
            return model;
        } catch (RuntimeException e) {
            remarks.add("The risk model could not learn from this history (" + e.getMessage()
                    + "); the failure rate of the environment stands in for it.");
            BaseRateAssessor rate = new BaseRateAssessor();
            past.teach(rate, clock.instant());
            return rate;
        }
    }

    /** Assesses a deployment and keeps nothing. */
    public Assessment assess(GateRequest request) {
        DeploymentFacts facts = request.facts();
        RiskEstimate risk = assessor.assess(facts);
        GatePolicy.Ruling ruling =
                policy.rule(facts.environment(), risk.probability(), facts.started(), request.bypass());
        EnvironmentState state = state(request);
        Strategy strategy = StrategyAdvisor.DEFAULT.advise(ruling.verdict(), risk, state);
        Verdict verdict = ruling.verdict();
        List<String> reasons = new ArrayList<>(ruling.reasons());
        if (strategy instanceof Strategy.Wait && verdict != Verdict.BLOCK) {
            // A stopped line is for people to decide on: they know whether this repairs it.
            verdict = verdict.atLeast(Verdict.APPROVE) ? verdict : Verdict.APPROVE;
            reasons.add(0, strategy.because());
        }
        reasons.addAll(contributions(risk));
        List<Advice> advice =
                new RiskLowering(zone).of(facts, other -> assessor.assess(other).probability());
        Map<String, Boolean> failed = failed(facts);
        List<AssessmentJson.Kept> said = GateHistory.kept(store, facts.job(), MOST_DECISIONS);
        return new Assessment(
                facts.id(),
                facts.environment(),
                clock.instant(),
                verdict,
                ruling.binding(),
                risk,
                strategy,
                reasons,
                advice,
                similar(facts),
                GateHistory.trackRecord(said, failed, Verdict.APPROVE),
                GateHistory.drift(said, failed),
                remarks,
                policy.of(facts.environment()).thresholds());
    }

    /** Keeps what gates say. */
    public record Recorder(HistoryStore store) {
        /**
         * Keeps an assessment as the decision of the build that asked.
         *
         * @param model the model that was asked, as its registry writes it
         * @param approved why people approved; empty when they did not
         */
        public void record(GateRequest request, Assessment assessment, String model, String approved) {
            ObjectNode json = AssessmentJson.write(assessment);
            json.put("approved", approved);
            json.put("bypass", request.bypass().orElse(""));
            store.decisions()
                    .record(new Decision(
                            new BuildId(request.facts().job(), request.build()),
                            AssessmentJson.KIND,
                            request.facts().environment(),
                            model,
                            assessment.taken(),
                            json.toString()));
        }
    }

    private static List<String> contributions(RiskEstimate risk) {
        return risk.contributions().stream()
                .filter(each -> each.logOdds() >= LEAST_REASON)
                .limit(REASONS)
                .map(Contribution::sentence)
                .toList();
    }

    private EnvironmentState state(GateRequest request) {
        DeploymentFacts facts = request.facts();
        Discretion discretion = new Discretion(store, facts.job(), request.discreet());
        List<String> open = new ArrayList<>();
        int others = 0;
        if (!request.repairs()) {
            for (Incident incident : store.incidents().newest(facts.environment(), MOST_INCIDENTS)) {
                if (incident.resolved().isEmpty() && !incident.opened().isAfter(facts.started())) {
                    if (discretion.names(incident)) {
                        open.add(incident.id());
                    } else {
                        others++;
                    }
                }
            }
        }
        Optional<RecordedPast.Past> last = past.deployments().stream()
                .filter(each -> each.facts().environment().equals(facts.environment())
                        && each.facts().started().isBefore(facts.started())
                        && !each.facts().id().equals(facts.id()))
                .reduce((older, newer) -> newer);
        Optional<Duration> since =
                last.map(each -> Duration.between(each.facts().started(), facts.started()));
        Duration wait = past.detection(facts.environment()).within(UNVERIFIED);
        Optional<String> unverified = last.filter(
                        each -> !request.repairs() && each.outcome().isEmpty())
                .filter(each -> since.orElseThrow().compareTo(wait) < 0)
                .map(each ->
                        discretion.namesOf(each.facts().job()) ? each.facts().id() : "");
        return new EnvironmentState(open, others, unverified, since, past.detection(facts.environment()));
    }

    private List<Assessment.Similar> similar(DeploymentFacts facts) {
        return SimilarDeployments.to(facts, past.deployments(), SIMILAR).stream()
                .map(each -> new Assessment.Similar(
                        each.id(), each.started(), each.title(), each.similarity(), each.failed()))
                .toList();
    }

    /** How earlier deployments into the same environment went, where that is known. */
    private Map<String, Boolean> failed(DeploymentFacts facts) {
        Map<String, Boolean> failed = new HashMap<>();
        Instant now = facts.started();
        for (RecordedPast.Past each : past.deployments()) {
            if (each.facts().environment().equals(facts.environment())
                    && each.facts().started().isBefore(now)) {
                each.failed().ifPresent(value -> failed.put(each.facts().id(), value));
            }
        }
        return failed;
    }
}
