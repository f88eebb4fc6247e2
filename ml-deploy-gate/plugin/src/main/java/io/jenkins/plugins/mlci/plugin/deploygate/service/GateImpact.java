package io.jenkins.plugins.mlci.plugin.deploygate.service;

import hudson.Extension;
import io.jenkins.plugins.mlci.deploygate.delivery.DeployedVersion;
import io.jenkins.plugins.mlci.deploygate.delivery.GatedDeployment;
import io.jenkins.plugins.mlci.deploygate.gate.EnvironmentReader;
import io.jenkins.plugins.mlci.deploygate.policy.Verdict;
import io.jenkins.plugins.mlci.plugin.shared.watch.Impact;
import io.jenkins.plugins.mlci.plugin.shared.watch.ImpactSource;
import io.jenkins.plugins.mlci.shared.history.HistoryStore;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What the gate stopped, or would have stopped, rightly and wrongly, for the page about impact. */
@Extension
public final class GateImpact implements ImpactSource {
    private static final int NEWEST = 1000;

    @Override
    public List<Impact> impact(HistoryStore history, Instant since) {
        Map<String, Count> jobs = new TreeMap<>();
        Instant now = Clock.systemUTC().instant();
        for (String environment : history.deployments().environments()) {
            for (GatedDeployment each : EnvironmentReader.read(history, environment, job -> true, NEWEST, now)
                    .deployments()) {
                if (each.verdict().isPresent() && !each.deployment().started().isBefore(since)) {
                    jobs.computeIfAbsent(each.deployment().job(), job -> new Count())
                            .add(each.deployment(), each.verdict().get().atLeast(Verdict.APPROVE));
                }
            }
        }
        List<Impact> figures = new ArrayList<>();
        jobs.forEach((job, count) -> figures.addAll(count.figures(job)));
        return figures;
    }

    /** The deployments of one job whose outcome is known. */
    private static final class Count {
        private int failuresStopped;
        private int failuresPassed;
        private int goodStopped;
        private int goodPassed;

        void add(DeployedVersion deployment, boolean stopped) {
            if (deployment.failed()) {
                failuresStopped += stopped ? 1 : 0;
                failuresPassed += stopped ? 0 : 1;
            } else if (deployment.good()) {
                goodStopped += stopped ? 1 : 0;
                goodPassed += stopped ? 0 : 1;
            }
        }

        List<Impact> figures(String job) {
            return List.of(
                    new Impact(
                            job,
                            "Failed deployments that an enforced gate stops",
                            failuresStopped,
                            "deployments",
                            true),
                    new Impact(job, "Failed deployments that it lets pass", failuresPassed, "deployments", false),
                    new Impact(job, "Good deployments that it delays", goodStopped, "deployments", false),
                    new Impact(job, "Good deployments that it lets pass", goodPassed, "deployments", true));
        }
    }
}
