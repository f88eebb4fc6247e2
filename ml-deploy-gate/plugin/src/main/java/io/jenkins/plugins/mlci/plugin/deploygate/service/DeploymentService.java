package io.jenkins.plugins.mlci.plugin.deploygate.service;

import hudson.model.Run;
import io.jenkins.plugins.mlci.plugin.deploygate.config.GateDefaults;
import io.jenkins.plugins.mlci.plugin.deploygate.record.DeploymentAction;
import io.jenkins.plugins.mlci.plugin.deploygate.record.DeploymentEntry;
import io.jenkins.plugins.mlci.shared.history.DeploymentResult;
import java.time.Clock;
import java.util.Locale;
import java.util.Optional;

/**
 * Keeps when a build deploys, and how that went. What the history cannot be told now stays with the build and is sent later. What
 * cannot be kept is told and fails nobody's deployment.
 */
public final class DeploymentService {
    private final Clock clock;

    /** A service with the clock of what it keeps. */
    public DeploymentService(Clock clock) {
        this.clock = clock;
    }

    /** A deployment starts. */
    public DeploymentEntry started(Run<?, ?> run, String node, String environment, String said) {
        BuildFacts facts = new BuildFacts(run, environment, GateDefaults.get());
        DeploymentEntry entry =
                new DeploymentEntry(facts.id(), node, environment, facts.version(said), clock.instant());
        DeploymentAction.of(run).add(entry);
        send(run, entry, DeploymentSender.When.STARTING);
        return entry;
    }

    /**
     * A deployment ended.
     *
     * @return why the history does not know it; empty when it does
     */
    public Optional<String> ended(Run<?, ?> run, DeploymentEntry entry, DeploymentResult result) {
        DeploymentAction.of(run).end(entry, result.name().toLowerCase(Locale.ROOT), clock.instant());
        return send(run, entry, DeploymentSender.When.LATER);
    }

    private static Optional<String> send(Run<?, ?> run, DeploymentEntry entry, DeploymentSender.When when) {
        Optional<String> problem = new DeploymentSender(run).send(entry, when);
        if (entry.isUnsent()) {
            UnsentBuilds.get().add(new BuildFacts(run, entry.getEnvironment(), GateDefaults.get()).build());
        }
        return problem;
    }
}
