package io.jenkins.plugins.mlci.deploygate.gate;

import io.jenkins.plugins.mlci.deploygate.delivery.DeliveryReader;
import io.jenkins.plugins.mlci.deploygate.delivery.DeployedVersion;
import io.jenkins.plugins.mlci.deploygate.delivery.EnvironmentReport;
import io.jenkins.plugins.mlci.deploygate.delivery.GatedDeployment;
import io.jenkins.plugins.mlci.shared.history.HistoryStore;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** Reads from the history how an environment does. */
public final class EnvironmentReader {
    private EnvironmentReader() {}

    /**
     * The report of an environment.
     *
     * @param jobs whether deployments of a job count; where a reader may not see all jobs, those of the others are left out
     * @param most newest deployments that are read at most
     * @param now what comes later is not looked at
     */
    public static EnvironmentReport read(
            HistoryStore store, String environment, Predicate<String> jobs, int most, Instant now) {
        List<DeployedVersion> all = DeliveryReader.read(store, environment, Map.of(), most);
        Set<String> counted =
                all.stream().map(DeployedVersion::job).filter(jobs).collect(Collectors.toSet());
        Map<String, AssessmentJson.Kept> said = new HashMap<>();
        counted.forEach(job -> said.putAll(GateHistory.said(store, job, most)));
        List<GatedDeployment> gated = all.stream()
                .filter(each -> counted.contains(each.job()))
                .map(each -> gated(each, Optional.ofNullable(said.get(each.id()))))
                .toList();
        return EnvironmentReport.of(environment, gated, now);
    }

    private static GatedDeployment gated(DeployedVersion deployment, Optional<AssessmentJson.Kept> said) {
        return new GatedDeployment(
                said.map(AssessmentJson.Kept::probability)
                        .map(deployment::withPredicted)
                        .orElse(deployment),
                said.map(AssessmentJson.Kept::verdict));
    }
}
