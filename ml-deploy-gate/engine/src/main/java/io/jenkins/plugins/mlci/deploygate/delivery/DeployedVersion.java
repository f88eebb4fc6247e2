package io.jenkins.plugins.mlci.deploygate.delivery;

import io.jenkins.plugins.mlci.shared.history.DeploymentResult;
import java.time.Instant;
import java.util.Optional;

/**
 * One deployment as it looks in hindsight.
 *
 * @param id of the deployment
 * @param job that deployed
 * @param environment where to
 * @param started when
 * @param version what was deployed: version, image digest or commit; empty when unknown
 * @param leadHours hours from the oldest commit to the deployment; NaN when unknown
 * @param predicted probability of a failure that the gate gave; NaN when it was not asked
 * @param result the worst that is known of it, where a failure is worse than an abort and that than a success; empty when
 *     nothing is known
 * @param known when that became known; empty when nothing is known
 * @param restored when the environment was well again after its failure; empty when it did not fail or is not well yet
 */
public record DeployedVersion(
        String id,
        String job,
        String environment,
        Instant started,
        String version,
        double leadHours,
        double predicted,
        Optional<DeploymentResult> result,
        Optional<Instant> known,
        Optional<Instant> restored) {
    /** Whether it is known to have failed. */
    public boolean failed() {
        return result.filter(DeploymentResult::isFailure).isPresent();
    }

    /** Whether it is known to be good. */
    public boolean good() {
        return result.filter(DeploymentResult.SUCCEEDED::equals).isPresent();
    }

    /** The same with what the gate predicted. */
    public DeployedVersion withPredicted(double probability) {
        return new DeployedVersion(
                id, job, environment, started, version, leadHours, probability, result, known, restored);
    }
}
