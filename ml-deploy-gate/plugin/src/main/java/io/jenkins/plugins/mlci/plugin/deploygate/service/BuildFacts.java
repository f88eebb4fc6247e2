package io.jenkins.plugins.mlci.plugin.deploygate.service;

import hudson.model.Run;
import io.jenkins.plugins.mlci.deploygate.change.BuildSignals;
import io.jenkins.plugins.mlci.deploygate.change.ChangeText;
import io.jenkins.plugins.mlci.deploygate.change.DeployedChange;
import io.jenkins.plugins.mlci.deploygate.change.DeploymentFacts;
import io.jenkins.plugins.mlci.deploygate.delivery.DeliveryReader;
import io.jenkins.plugins.mlci.deploygate.delivery.DeployedBefore;
import io.jenkins.plugins.mlci.deploygate.gate.BuildSignalReader;
import io.jenkins.plugins.mlci.deploygate.gate.ChangeFacts;
import io.jenkins.plugins.mlci.plugin.deploygate.config.GateDefaults;
import io.jenkins.plugins.mlci.plugin.deploygate.record.DeploymentAction;
import io.jenkins.plugins.mlci.plugin.shared.collect.SoFar;
import io.jenkins.plugins.mlci.shared.history.BuildId;
import io.jenkins.plugins.mlci.shared.history.ChangeSet;
import io.jenkins.plugins.mlci.shared.history.DeploymentResult;
import io.jenkins.plugins.mlci.shared.history.HistoryStore;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** What a build deploys into an environment, from the builds of its job since the last good deployment there. */
final class BuildFacts {
    /** Farther back no builds and deployments are looked at. */
    private static final int LOOK_BACK = 100;

    private final Run<?, ?> run;
    private final String environment;
    private final GateDefaults settings;

    BuildFacts(Run<?, ?> run, String environment, GateDefaults settings) {
        this.run = run;
        this.environment = environment;
        this.settings = settings;
    }

    BuildId build() {
        return new BuildId(run.getParent().getFullName(), run.getNumber());
    }

    /** The id of the next deployment of this build into the environment: a gate and the block after it share it. */
    String id() {
        long earlier = DeploymentAction.entries(run).stream()
                .filter(each -> each.getEnvironment().equals(environment))
                .count();
        return build() + "@" + environment + (earlier == 0 ? "" : "-" + (earlier + 1));
    }

    /** What is deployed: as the author said, else the commit; empty when unknown. */
    String version(String said) {
        return said.isBlank() ? SoFar.of(run).commit() : said.strip();
    }

    DeploymentFacts read(HistoryStore store, Instant now) {
        return read(store, id(), now);
    }

    /** What a deployment of this build is that has an id already. */
    DeploymentFacts read(HistoryStore store, String id, Instant now) {
        return read(id, now, lastGood(store, Instant.MAX), signals(store));
    }

    /**
     * What a deployment was that the history could not be told of when it started. Only what was known then counts: how later
     * tests of the build went is left out, and so are outcomes that were known later.
     */
    DeploymentFacts readLate(HistoryStore store, String id, Instant started) {
        return read(id, started, lastGood(store, started), BuildSignals.UNKNOWN);
    }

    private DeploymentFacts read(String id, Instant now, long lastGood, BuildSignals signals) {
        List<Run<?, ?>> runs = since(lastGood);
        List<ChangeSet> changes = new ArrayList<>();
        runs.forEach(each -> changes.addAll(SoFar.changes(each)));
        ChangeSet change = MergedChange.of(changes);
        Commits commits = Commits.of(runs);
        double lead = commits.oldest()
                .map(oldest -> Math.max(0, Duration.between(oldest, now).toMinutes() / 60.0))
                .orElse(Double.NaN);
        DeployedChange deployed = ChangeFacts.of(change, settings.isWithoutTitles() ? "" : commits.title(), lead);
        return new DeploymentFacts(
                id,
                build().job(),
                environment,
                now,
                settings.isUseAuthors() ? with(deployed, change.authors()) : deployed,
                signals);
    }

    private BuildSignals signals(HistoryStore store) {
        return store.builds().find(build()).isPresent()
                ? BuildSignalReader.of(store, build())
                : BuildSignalReader.of(
                        store, build(), Instant.ofEpochMilli(run.getStartTimeInMillis()), SoFar.tests(run));
    }

    /** Whether the version was in the environment before, and newer ones are taken back with it. */
    boolean isRollback(HistoryStore store, String version, Instant now) {
        return new DeployedBefore(store, build().job(), environment).isRollback(id(), version, now);
    }

    /** The number of the build that was deployed well last, as far as known by then; the build before where none was. */
    private long lastGood(HistoryStore store, Instant known) {
        return store.deployments().newest(build().job(), environment, LOOK_BACK).stream()
                .filter(each -> each.build().number() < run.getNumber())
                .filter(each -> DeliveryReader.decisive(store.deployments().outcomes(each.id()).stream()
                                .filter(outcome -> outcome.observed().isBefore(known))
                                .toList())
                        .filter(outcome -> outcome.result() == DeploymentResult.SUCCEEDED)
                        .isPresent())
                .mapToLong(each -> each.build().number())
                .findFirst()
                .orElse(run.getNumber() - 1L);
    }

    /** This build and those before it down to a number, which is left out; the newest first. */
    private List<Run<?, ?>> since(long number) {
        List<Run<?, ?>> runs = new ArrayList<>();
        Run<?, ?> each = run;
        while (each != null && each.getNumber() > number && runs.size() < LOOK_BACK) {
            runs.add(each);
            each = each.getPreviousBuild();
        }
        return runs;
    }

    private static DeployedChange with(DeployedChange change, List<String> authors) {
        ChangeText text = change.text();
        return new DeployedChange(
                change.size(), change.past(), text, change.paths(), change.subsystems(), authors, change.leadHours());
    }
}
