package io.jenkins.plugins.mlci.plugin.deploygate.service;

import io.jenkins.plugins.mlci.shared.history.Deployment;
import java.util.Optional;
import jenkins.model.Jenkins;
import org.springframework.security.core.Authentication;

/**
 * Who reports, and on what that may be: with the permission on everything, without it on the deployments of one job.
 *
 * @param name the id of the user
 * @param everything whether the permission is there
 * @param job full name of the job whose deployments may be reported on without it; empty for none
 */
public record Reporter(String name, boolean everything, String job) {
    /** The current user, from outside of builds. */
    public static Reporter fromOutside() {
        return of(Jenkins.getAuthentication2(), "");
    }

    /** A build of a job with the user that it runs as: the system itself where nobody configured another one. */
    public static Reporter ofBuild(Authentication user, String job) {
        return of(user, job);
    }

    private static Reporter of(Authentication user, String job) {
        boolean everything = Jenkins.get().getACL().hasPermission2(user, GatePermissions.RECORD);
        return new Reporter(user.getName(), everything, job);
    }

    /** Whether the kind of report, and the job that it names, allow it. */
    boolean mayReport(Report report) {
        return everything
                || report instanceof Report.OfDeployment deployment
                        && (deployment.job().isEmpty() || deployment.job().equals(job));
    }

    /** Whether the deployment allows it; without the permission it is not even told whether there is one of another job. */
    boolean mayReportOn(Report.OfDeployment report, Optional<Deployment> deployment) {
        boolean own = deployment
                .map(found -> found.build().job().equals(job))
                .orElseGet(() -> report.job().equals(job) || report.deployment().startsWith(job + "#"));
        return everything || own;
    }
}
