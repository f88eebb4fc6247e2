package io.jenkins.plugins.mlci.plugin.deploygate.page;

import com.fasterxml.jackson.databind.node.ObjectNode;
import hudson.model.Run;
import io.jenkins.plugins.mlci.deploygate.change.BuildSignals;
import io.jenkins.plugins.mlci.deploygate.change.DeployedChange;
import io.jenkins.plugins.mlci.deploygate.change.DeploymentFacts;
import io.jenkins.plugins.mlci.deploygate.delivery.DeliveryReader;
import io.jenkins.plugins.mlci.deploygate.delivery.OutcomeRecorder;
import io.jenkins.plugins.mlci.deploygate.delivery.PredictionDrift;
import io.jenkins.plugins.mlci.deploygate.gate.Assessment;
import io.jenkins.plugins.mlci.deploygate.gate.AssessmentJson;
import io.jenkins.plugins.mlci.deploygate.incident.IncidentJson;
import io.jenkins.plugins.mlci.deploygate.incident.IncidentRecord;
import io.jenkins.plugins.mlci.deploygate.policy.RiskThresholds;
import io.jenkins.plugins.mlci.deploygate.policy.TrackRecord;
import io.jenkins.plugins.mlci.deploygate.policy.Verdict;
import io.jenkins.plugins.mlci.deploygate.risk.Contribution;
import io.jenkins.plugins.mlci.deploygate.risk.RiskEstimate;
import io.jenkins.plugins.mlci.deploygate.strategy.Advice;
import io.jenkins.plugins.mlci.deploygate.strategy.Strategy;
import io.jenkins.plugins.mlci.plugin.deploygate.policy.GateMode;
import io.jenkins.plugins.mlci.plugin.deploygate.record.DeploymentAction;
import io.jenkins.plugins.mlci.plugin.deploygate.record.DeploymentEntry;
import io.jenkins.plugins.mlci.plugin.deploygate.record.GateAction;
import io.jenkins.plugins.mlci.plugin.deploygate.record.GateEntry;
import io.jenkins.plugins.mlci.plugin.deploygate.record.GateSaid;
import io.jenkins.plugins.mlci.plugin.deploygate.record.GateState;
import io.jenkins.plugins.mlci.plugin.deploygate.record.WaitRule;
import io.jenkins.plugins.mlci.plugin.shared.store.SharedHistory;
import io.jenkins.plugins.mlci.shared.history.BuildId;
import io.jenkins.plugins.mlci.shared.history.Decision;
import io.jenkins.plugins.mlci.shared.history.Deployment;
import io.jenkins.plugins.mlci.shared.history.DeploymentResult;
import io.jenkins.plugins.mlci.shared.history.HistoryStore;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Deployments, gates and incidents to look at. */
public final class Story {
    private Story() {}

    /** Now, as the history keeps it. */
    static Instant now() {
        return Instant.now().truncatedTo(ChronoUnit.MILLIS);
    }

    static HistoryStore store() {
        return SharedHistory.get().open();
    }

    /** What the gate said of a deployment. */
    static Assessment assessment(String id, String environment, Verdict verdict, double risk, String sentence) {
        return new Assessment(
                id,
                environment,
                now(),
                verdict,
                false,
                new RiskEstimate(
                        risk,
                        risk / 2,
                        Math.min(1, 2 * risk),
                        0.9,
                        0.05,
                        List.of(
                                new Contribution("size", 1.2, sentence),
                                new Contribution("clock", -0.4, "It is a Tuesday morning")),
                        120,
                        6,
                        RiskEstimate.Source.MIXED),
                new Strategy.Canary(0.1, Duration.ofMinutes(40), "Half of the failures here showed within 40 min."),
                List.of("The risk is at or above 10 %, where '" + verdict + "' begins.", sentence),
                List.of(new Advice("Split the change.", "Half of it would be as usual.", risk / 2)),
                List.of(new Assessment.Similar(
                        id, now().minus(Duration.ofDays(9)), "Change the billing table", 0.7, Optional.of(true))),
                TrackRecord.of(List.of(), Verdict.APPROVE),
                PredictionDrift.of(List.of()),
                List.of(),
                new RiskThresholds(0.1, 0.2, 0.5));
    }

    /** A gate of a build that ended in a state, or waits. */
    static GateEntry gate(Run<?, ?> run, String environment, Verdict verdict, GateState state, String sentence) {
        String id = new BuildId(run.getParent().getFullName(), run.getNumber()) + "@" + environment;
        Assessment assessment = assessment(id, environment, verdict, 0.18, sentence);
        ObjectNode json = AssessmentJson.write(assessment);
        json.put("model", "deploy-prior");
        GateSaid said = new GateSaid(
                environment,
                id,
                GateMode.ENFORCE,
                "costs(failure: 10, delay: 1)",
                assessment.taken(),
                verdict,
                verdict,
                assessment.headline(),
                assessment.reasons(),
                List.of(),
                Optional.empty(),
                Optional.of(json));
        decided(run.getParent().getFullName(), run.getNumber(), assessment);
        WaitRule rule = new WaitRule(List.of("alice", "ops"), 2, false, 60_000, 0, false);
        return GateAction.of(run).add("5", said, rule, state, now());
    }

    /** Keeps a decision in the history. */
    static void decided(String job, int build, Assessment assessment) {
        store().decisions()
                .record(new Decision(
                        new BuildId(job, build),
                        AssessmentJson.KIND,
                        assessment.environment(),
                        "deploy-prior",
                        assessment.taken(),
                        AssessmentJson.write(assessment).toString()));
    }

    /** Keeps a past deployment with its decision and its outcome in the history; the id. */
    public static String past(
            String job, int build, String environment, Duration ago, double risk, DeploymentResult result) {
        String id = new BuildId(job, build) + "@" + environment;
        Instant started = now().minus(ago);
        OutcomeRecorder recorder = new OutcomeRecorder(store());
        recorder.started(deployment(id, job, build, environment, started, "v" + build));
        Verdict verdict = risk >= 0.2 ? Verdict.APPROVE : Verdict.PROCEED;
        decided(job, build, assessment(id, environment, verdict, risk, "Twice the usual size"));
        if (result != null) {
            recorder.record(id, result, started.plusSeconds(1800), "", "");
        }
        return id;
    }

    private static Deployment deployment(
            String id, String job, int build, String environment, Instant started, String version) {
        DeploymentFacts facts =
                new DeploymentFacts(id, job, environment, started, DeployedChange.UNKNOWN, BuildSignals.UNKNOWN);
        return DeliveryReader.deployment(facts, build, version);
    }

    /** A deployment of a build, kept with the build and in the history. */
    static DeploymentEntry deployed(Run<?, ?> run, String environment, String version, DeploymentResult result) {
        String job = run.getParent().getFullName();
        String id = new BuildId(job, run.getNumber()) + "@" + environment;
        Instant now = now();
        new OutcomeRecorder(store()).started(deployment(id, job, run.getNumber(), environment, now, version));
        new OutcomeRecorder(store()).record(id, result, now, "", "");
        DeploymentEntry entry = new DeploymentEntry(id, "7", environment, version, now);
        DeploymentAction action = DeploymentAction.of(run);
        action.add(entry);
        action.startSent(entry, List.of(), false);
        action.end(entry, result.name().toLowerCase(Locale.ROOT), now);
        action.endSent(entry);
        return entry;
    }

    /** A deployment of a build, kept with the build only, since the history could not be told; it is later, or is given up. */
    static DeploymentEntry untold(Run<?, ?> run, String environment, String problem, boolean later) {
        String id = new BuildId(run.getParent().getFullName(), run.getNumber()) + "@" + environment;
        DeploymentEntry entry = new DeploymentEntry(id, "7", environment, "v1", now());
        DeploymentAction action = DeploymentAction.of(run);
        action.add(entry);
        action.end(entry, "succeeded", now());
        action.notSent(entry, problem, later);
        return entry;
    }

    /** Keeps an incident. */
    public static IncidentRecord incident(String id, String job, String title, Duration ago, String resolution) {
        Instant opened = now().minus(ago);
        IncidentRecord incident = new IncidentRecord(
                id,
                title,
                "connection pool of the billing service exhausted, password=hunter2secret",
                "pager",
                "prod",
                job,
                "",
                opened,
                resolution.isEmpty() ? Optional.empty() : Optional.of(opened.plusSeconds(600)),
                "",
                "high",
                resolution,
                IncidentRecord.Guesses.NONE);
        store().incidents().record(IncidentJson.write(incident));
        return incident;
    }
}
