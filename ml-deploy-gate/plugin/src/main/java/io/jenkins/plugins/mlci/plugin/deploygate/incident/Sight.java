package io.jenkins.plugins.mlci.plugin.deploygate.incident;

import hudson.model.Item;
import hudson.model.Job;
import hudson.security.ACL;
import hudson.security.ACLContext;
import io.jenkins.plugins.mlci.deploygate.incident.IncidentRecord;
import io.jenkins.plugins.mlci.plugin.shared.access.MlPermissions;
import io.jenkins.plugins.mlci.plugin.shared.jenkins.JenkinsFacade;
import io.jenkins.plugins.mlci.shared.history.HistoryStore;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.springframework.security.access.AccessDeniedException;

/**
 * What the current user may see. A deployment is seen by who may read its job; one of a job that this controller does not have
 * (deleted, or of another controller with the same history) by who may see the pages about models. An incident is seen by who may read
 * its job; one without a job of this controller by who may see the deployment that caused it, or else by who may see the pages about
 * models. Made for one request.
 */
public final class Sight {
    private final JenkinsFacade jenkins;
    private final Map<String, Boolean> jobs = new HashMap<>();

    public Sight(JenkinsFacade jenkins) {
        this.jenkins = jenkins;
    }

    /** Whether deployments of a job may be seen. */
    public boolean job(String name) {
        return jobs.computeIfAbsent(name, this::look);
    }

    private boolean look(String name) {
        return job(name, jenkins).isPresent() || !exists(name) && jenkins.has(MlPermissions.VIEW);
    }

    /** Whether this controller has the job, whoever may see it. */
    private boolean exists(String name) {
        try (ACLContext ignored = ACL.as2(ACL.SYSTEM2)) {
            return !name.isBlank() && jenkins.job(name).isPresent();
        }
    }

    /** The job, where the current user may read it. */
    public static Optional<Job<?, ?>> job(String name, JenkinsFacade jenkins) {
        try {
            return name.isBlank() ? Optional.empty() : jenkins.job(name).filter(job -> job.hasPermission(Item.READ));
        } catch (AccessDeniedException e) {
            // It may be known that the job exists, and no more.
            return Optional.empty();
        }
    }

    /** Whether a deployment may be seen. One that the history does not know may not. */
    public boolean deployment(HistoryStore store, String id) {
        return store.deployments()
                .find(id)
                .map(deployment -> job(deployment.build().job()))
                .orElse(false);
    }

    /** Whether an incident may be seen. */
    public boolean incident(HistoryStore store, IncidentRecord incident) {
        if (!incident.job().isBlank() && (job(incident.job()) || exists(incident.job()))) {
            return job(incident.job());
        }
        return !incident.deployment().isBlank() && deployment(store, incident.deployment())
                || jenkins.has(MlPermissions.VIEW);
    }

    /** Whether any of the newest deployments into an environment may be seen. */
    public boolean environment(HistoryStore store, String name, int newest) {
        return store.deployments().newest(name, newest).stream()
                .anyMatch(each -> job(each.build().job()));
    }
}
