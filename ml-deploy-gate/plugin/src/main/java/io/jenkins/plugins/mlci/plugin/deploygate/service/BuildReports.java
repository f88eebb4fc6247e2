package io.jenkins.plugins.mlci.plugin.deploygate.service;

import hudson.model.Run;
import io.jenkins.plugins.mlci.plugin.deploygate.record.ReportAction;
import io.jenkins.plugins.mlci.plugin.deploygate.record.ReportEntry;
import io.jenkins.plugins.mlci.shared.history.BuildId;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import java.util.logging.Level;
import java.util.logging.Logger;

/** The reports that a build makes: kept in the history, or with the build until the history can be used again. */
public final class BuildReports {
    private static final Logger LOGGER = Logger.getLogger(BuildReports.class.getName());
    private static final String JOB = "job";

    private final Run<?, ?> run;

    /** Those of one build. */
    public BuildReports(Run<?, ?> run) {
        this.run = run;
    }

    /** Keeps a report now, or else has it sent later; the answer says which. */
    public OutcomeService.Answer record(Report report, Reporter reporter, Clock clock) {
        Instant now = clock.instant();
        OutcomeService.Answer answer = new OutcomeService(clock, reporter).record(report);
        if (answer.status() != OutcomeService.Status.UNAVAILABLE) {
            return answer;
        }
        ReportEntry entry =
                new ReportEntry(ReportParts.write(report), reporter.name(), reporter.everything(), job(), now);
        if (!ReportAction.of(run).add(entry)) {
            return new OutcomeService.Answer(
                    OutcomeService.Status.FAILED,
                    "",
                    answer.sentence() + " " + ReportAction.CAPACITY + " reports of this build wait already.");
        }
        UnsentBuilds.get().add(new BuildId(job(), run.getNumber()));
        return new OutcomeService.Answer(
                answer.status(), "", answer.sentence() + " It will be sent when the history can be used again.");
    }

    /** Tells the history of the reports that wait, the oldest first. Returns false when some must be tried again. */
    boolean send() {
        for (ReportEntry entry : ReportAction.entries(run)) {
            OutcomeService.Answer answer = send(entry);
            if (answer.status() == OutcomeService.Status.UNAVAILABLE) {
                return false;
            }
            ReportAction.of(run).remove(entry);
            if (answer.status() != OutcomeService.Status.RECORDED && answer.status() != OutcomeService.Status.KNOWN) {
                LOGGER.log(
                        Level.WARNING, "A report of {0} is not recorded: {1}", new Object[] {run, answer.sentence()});
            }
        }
        return true;
    }

    private OutcomeService.Answer send(ReportEntry entry) {
        Map<String, String> parts = new TreeMap<>(entry.getParts());
        // Its own job may have been renamed meanwhile.
        parts.computeIfPresent(JOB, (name, named) -> named.equals(entry.getJob()) ? job() : named);
        Reporter reporter = new Reporter(entry.getUser(), entry.isEverything(), job());
        try {
            return OutcomeService.asOf(entry.getReported(), reporter).record(ReportParts.read(parts));
        } catch (IllegalArgumentException e) {
            return new OutcomeService.Answer(OutcomeService.Status.FAILED, "", "Not recorded: " + e.getMessage());
        }
    }

    private String job() {
        return run.getParent().getFullName();
    }
}
