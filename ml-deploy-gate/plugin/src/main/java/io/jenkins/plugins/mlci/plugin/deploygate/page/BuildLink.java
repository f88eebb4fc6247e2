package io.jenkins.plugins.mlci.plugin.deploygate.page;

import io.jenkins.plugins.mlci.plugin.deploygate.incident.Sight;
import io.jenkins.plugins.mlci.plugin.shared.jenkins.JenkinsFacade;
import io.jenkins.plugins.mlci.shared.history.BuildId;

/** Where a build's page is. */
final class BuildLink {
    private BuildLink() {}

    /** Relative to Jenkins; empty when there is none, or the reader may not see it. */
    static String url(BuildId id, JenkinsFacade jenkins) {
        return Sight.job(id.job(), jenkins)
                .filter(job -> id.number() <= Integer.MAX_VALUE && job.getBuildByNumber((int) id.number()) != null)
                .map(job -> job.getUrl() + id.number() + "/")
                .orElse("");
    }
}
