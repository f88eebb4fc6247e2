package io.jenkins.plugins.mlci.plugin.deploygate.service;

import com.fasterxml.jackson.databind.node.ObjectNode;
import hudson.model.Run;
import io.jenkins.plugins.mlci.deploygate.gate.Assessment;
import io.jenkins.plugins.mlci.deploygate.gate.AssessmentJson;
import io.jenkins.plugins.mlci.deploygate.gate.DeployGate;
import io.jenkins.plugins.mlci.deploygate.gate.GateRequest;
import io.jenkins.plugins.mlci.deploygate.policy.EnvironmentPolicy.Frozen;
import io.jenkins.plugins.mlci.deploygate.policy.GatePolicy;
import io.jenkins.plugins.mlci.deploygate.policy.Verdict;
import io.jenkins.plugins.mlci.deploygate.strategy.Strategy;
import io.jenkins.plugins.mlci.plugin.deploygate.config.GateDefaults;
import io.jenkins.plugins.mlci.plugin.deploygate.policy.GateMode;
import io.jenkins.plugins.mlci.plugin.deploygate.record.GateSaid;
import io.jenkins.plugins.mlci.shared.history.HistoryStore;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Asks the engine's gate for a build, and keeps nothing of it. Whatever is broken, there is an answer: a deployment is never stopped by a defect of ours. */
public final class GateService {
    private final Clock clock;

    /** A service with the clock of what it decides. */
    public GateService(Clock clock) {
        this.clock = clock;
    }

    /** What the gate says. A freeze holds also where the risk cannot be assessed, since people set it. */
    public GateSaid ask(Run<?, ?> run, GateQuestion question) {
        GateDefaults settings = GateDefaults.get();
        InForce force = InForce.of(question, settings);
        Answered<GateSaid> answer = Answered.by(store -> assess(store, run, question, settings, force));
        return answer.value().orElseGet(() -> notAssessed(run, question, settings, force, answer.problem()));
    }

    private GateSaid assess(
            HistoryStore store, Run<?, ?> run, GateQuestion question, GateDefaults settings, InForce force) {
        BuildFacts facts = new BuildFacts(run, question.environment(), settings);
        Instant now = clock.instant();
        boolean repairs = question.repairs() || facts.isRollback(store, facts.version(question.version()), now);
        // What is said is kept with the build, for all who may read its job.
        GateRequest request = new GateRequest(facts.read(store, now), run.getNumber(), Optional.empty(), repairs, true);
        RiskModels.Named model = RiskModels.fresh();
        Assessment assessment = new DeployGate(
                        store, GatePolicy.everywhere(force.policy()), model.assessor(), clock, settings.zoneId())
                .assess(request);
        Optional<Frozen> frozen = force.policy().frozen(now);
        boolean proven = question.unproven()
                || assessment.trackRecord().isMature() && !assessment.drift().suspends();
        List<String> remarks = new ArrayList<>(force.problems());
        model.problem().ifPresent(remarks::add);
        remarks.addAll(assessment.remarks());
        if (!proven || force.mode() == GateMode.ADVISE) {
            remarks.add((proven ? "" : "The gate is observing. ")
                    + assessment.trackRecord().sentence());
        }
        if (assessment.drift().isDrifted()) {
            remarks.add(assessment.drift().sentence());
        }
        ObjectNode json = AssessmentJson.write(assessment);
        json.put("model", model.name());
        return new GateSaid(
                question.environment(),
                assessment.deployment(),
                force.mode(),
                force.text(),
                assessment.taken(),
                assessment.verdict(),
                proven ? assessment.verdict() : unproven(assessment, frozen.isPresent()),
                assessment.headline(),
                assessment.reasons(),
                remarks,
                frozen.map(Frozen::until),
                Optional.of(json));
    }

    /**
     * While nobody knows how often the risk is right, or it is known to be far too high, only what does not rest on it binds: freezes and a
     * stopped line.
     */
    private static Verdict unproven(Assessment assessment, boolean frozen) {
        if (frozen) {
            return Verdict.BLOCK;
        }
        return assessment.strategy() instanceof Strategy.Wait && assessment.verdict() != Verdict.BLOCK
                ? Verdict.APPROVE
                : Verdict.PROCEED;
    }

    private GateSaid notAssessed(
            Run<?, ?> run, GateQuestion question, GateDefaults settings, InForce force, String problem) {
        Instant now = clock.instant();
        Optional<Frozen> frozen = force.policy().frozen(now);
        Verdict verdict = frozen.isPresent() ? Verdict.BLOCK : Verdict.PROCEED;
        List<String> reasons = new ArrayList<>();
        frozen.map(Frozen::sentence).ifPresent(reasons::add);
        reasons.add("The risk could not be assessed: " + problem);
        return new GateSaid(
                question.environment(),
                new BuildFacts(run, question.environment(), settings).id(),
                force.mode(),
                force.text(),
                now,
                verdict,
                verdict,
                "Deployment risk to " + question.environment() + ": unknown.",
                reasons,
                force.problems(),
                frozen.map(Frozen::until),
                Optional.empty());
    }
}
