package io.jenkins.plugins.mlci.plugin.deploygate.service;

import io.jenkins.plugins.mlci.deploygate.delivery.DeliveryReader;
import io.jenkins.plugins.mlci.deploygate.delivery.OutcomeRecorder;
import io.jenkins.plugins.mlci.deploygate.gate.IncidentDesk;
import io.jenkins.plugins.mlci.deploygate.incident.IncidentRecord;
import io.jenkins.plugins.mlci.shared.history.Deployment;
import io.jenkins.plugins.mlci.shared.history.HistoryStore;
import io.jenkins.plugins.mlci.shared.history.Incident;
import io.jenkins.plugins.mlci.shared.learn.TrainingContext;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;

/** Keeps what became known later. What is reported twice is kept once. */
public final class OutcomeService {
    private static final int LOOK_BACK = 500;
    private static final long SEED = 7;
    private static final Duration BUDGET = Duration.ofSeconds(20);
    /** Two reports with the same key at the same time: the second must see the first. */
    private static final Object ONE_AT_A_TIME = new Object();

    private final Clock clock;
    private final Reporter reporter;
    private final Instant newest;

    /**
     * A service.
     *
     * @param clock of what it keeps
     * @param reporter who reports
     */
    public OutcomeService(Clock clock, Reporter reporter) {
        this(clock, reporter, Instant.MAX);
    }

    private OutcomeService(Clock clock, Reporter reporter, Instant newest) {
        this.clock = clock;
        this.reporter = reporter;
        this.newest = newest;
    }

    /** A service for what was reported earlier: it is kept as if it came then, and of what was deployed since nothing is meant. */
    static OutcomeService asOf(Instant reported, Reporter reporter) {
        return new OutcomeService(Clock.fixed(reported, ZoneOffset.UTC), reporter, reported);
    }

    /** What came of a report. */
    public enum Status {
        /** It is kept. */
        RECORDED,
        /** It was known already, and nothing changed. */
        KNOWN,
        /** What it is about is not known. */
        NOT_FOUND,
        /** It cannot be so: its time lies before the deployment or in the future. */
        IMPOSSIBLE,
        /** Who reports may not report on this. */
        REFUSED,
        /** The history cannot be used now. */
        UNAVAILABLE,
        /** It cannot be kept, now or later. */
        FAILED
    }

    /**
     * The answer to a report.
     *
     * @param subject id of the deployment or incident; empty where none was found
     * @param sentence for people
     */
    public record Answer(Status status, String subject, String sentence) {}

    /** Keeps a report. */
    public Answer record(Report report) {
        if (!reporter.mayReport(report)) {
            return refused();
        }
        Answered<Answer> answer = Answered.by(store -> {
            synchronized (ONE_AT_A_TIME) {
                return report instanceof Report.OfDeployment deployment
                        ? deployment(store, deployment)
                        : report instanceof Report.OfIncident incident
                                ? incident(store, incident)
                                : resolution(store, (Report.OfResolution) report);
            }
        });
        return answer.value()
                .orElseGet(() -> new Answer(
                        answer.later() ? Status.UNAVAILABLE : Status.FAILED, "", "Not recorded: " + answer.problem()));
    }

    private Answer deployment(HistoryStore store, Report.OfDeployment report) {
        Optional<Deployment> found = report.deployment().isEmpty()
                ? newest(store, report)
                : store.deployments().find(report.deployment());
        if (!reporter.mayReportOn(report, found)) {
            return refused();
        }
        if (found.isEmpty()) {
            return new Answer(Status.NOT_FOUND, "", "No such deployment is known; the step mlDeployment records one.");
        }
        String id = found.get().id();
        try {
            return answer(
                    new OutcomeRecorder(store)
                            .report(id, report.result(), report.at(), clock.instant(), report.key(), report.note()),
                    id);
        } catch (IllegalArgumentException e) {
            return new Answer(Status.IMPOSSIBLE, "", e.getMessage());
        }
    }

    private Optional<Deployment> newest(HistoryStore store, Report.OfDeployment report) {
        return (report.job().isEmpty()
                        ? store.deployments().newest(report.environment(), LOOK_BACK)
                        : store.deployments().newest(report.job(), report.environment(), LOOK_BACK))
                .stream()
                        .filter(each -> !each.started().isAfter(newest))
                        .filter(each ->
                                report.version().isEmpty() || report.version().equals(DeliveryReader.version(each)))
                        .findFirst();
    }

    private Answer incident(HistoryStore store, Report.OfIncident report) {
        Optional<Incident> known = store.incidents().find(report.id());
        if (known.isPresent()) {
            return answer(false, report.id());
        }
        if (!report.deployment().isEmpty()
                && store.deployments().find(report.deployment()).isEmpty()) {
            return new Answer(Status.NOT_FOUND, "", "The deployment that this incident names is not known.");
        }
        IncidentRecord incident = new IncidentRecord(
                report.id(),
                report.title(),
                report.text(),
                report.source(),
                report.environment(),
                report.job(),
                report.deployment(),
                report.at().orElseGet(clock::instant),
                Optional.empty(),
                report.category(),
                report.priority(),
                "",
                IncidentRecord.Guesses.NONE);
        IncidentDesk desk = new IncidentDesk(store, TrainingContext.seeded(SEED).within(BUDGET, System::nanoTime));
        desk.open(incident, desk.consider(incident));
        return answer(true, report.id());
    }

    private Answer resolution(HistoryStore store, Report.OfResolution report) {
        Optional<Incident> known = store.incidents().find(report.id());
        if (known.isEmpty()) {
            return new Answer(Status.NOT_FOUND, "", "The incident is not known.");
        }
        if (known.get().resolved().isPresent()) {
            return answer(false, report.id());
        }
        Instant at = report.at().orElseGet(clock::instant);
        Instant opened = known.get().opened();
        IncidentDesk desk = new IncidentDesk(store, TrainingContext.seeded(SEED));
        desk.resolve(report.id(), at.isBefore(opened) ? opened : at, report.how());
        return answer(true, report.id());
    }

    private Answer refused() {
        return new Answer(Status.REFUSED, "", Messages.OutcomeService_NotOwn(reporter.name()));
    }

    private static Answer answer(boolean isNew, String subject) {
        return isNew
                ? new Answer(Status.RECORDED, subject, "Recorded for " + subject + ".")
                : new Answer(Status.KNOWN, subject, "This is known of " + subject + " already; nothing changed.");
    }
}
